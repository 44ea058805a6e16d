package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.carme.projects.ProjectService;
import org.carme.users.Administrators;

/** What was used month by month, for those who may see it. */
@ApplicationScoped
public class Statements {
    @Inject
    UsageDayRepository days;

    @Inject
    AccountingRepository runs;

    @Inject
    ProjectService projects;

    @Inject
    Administrators administrators;

    /** A user's own. */
    public Statement own(String user, YearMonth month) {
        return of(month, Optional.of(user), Optional.empty());
    }

    /**
     * That of a project, for those who may see what its members use.
     *
     * @throws org.carme.projects.ProjectNotPermittedException for members who may not
     */
    public Statement ofProject(String user, String slug, YearMonth month) {
        projects.usersOf(user, slug);
        return of(month, Optional.empty(), Optional.of(slug));
    }

    /** That of everybody, for administrators. */
    public Statement ofAll(String admin, YearMonth month) {
        administrators.require(admin);
        return of(month, Optional.empty(), Optional.empty());
    }

    private Statement of(YearMonth month, Optional<String> owner, Optional<String> project) {
        Instant until = runs.mark().importedUntil();
        return new Statement(
                month, Optional.of(until).filter(Instant.EPOCH::isBefore), days.month(month, owner, project));
    }
}
