package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** What was used month by month, for those who may see it. */
@ApplicationScoped
public class Statements {
    @Inject
    UsageDayRepository days;

    @Inject
    AccountingRepository runs;

    @Inject
    AccountingSignal signal;

    @Inject
    StatementReaders readers;

    /** A user's own. */
    public Statement own(String user, YearMonth month) {
        return of(month, Optional.of(user), Optional.empty());
    }

    /**
     * That of a project, for those who may see what its members use, and for administrators.
     *
     * @throws org.carme.projects.ProjectNotPermittedException for members who may not
     */
    public Statement ofProject(String user, String slug, YearMonth month) {
        readers.requireProject(user, slug);
        return of(month, Optional.empty(), Optional.of(slug));
    }

    /** That of everybody, for administrators. */
    public Statement ofAll(String admin, YearMonth month) {
        readers.requireAll(admin);
        return of(month, Optional.empty(), Optional.empty());
    }

    /** Has the accounting read now instead of within ten minutes. */
    public void readNow(String admin) {
        readers.requireAll(admin);
        signal.raise();
    }

    private Statement of(YearMonth month, Optional<String> owner, Optional<String> project) {
        Instant until = runs.mark().importedUntil();
        return new Statement(
                month, Optional.of(until).filter(Instant.EPOCH::isBefore), days.month(month, owner, project));
    }
}
