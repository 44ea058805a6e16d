package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.projects.ProjectAdministration;
import org.carme.projects.ProjectService;
import org.carme.users.Administrators;

/** Who may see whose statement. */
@ApplicationScoped
class StatementReaders {
    @Inject
    ProjectService projects;

    @Inject
    ProjectAdministration administration;

    @Inject
    Administrators administrators;

    /** Those who may see what the project's members use, and administrators. */
    void requireProject(String user, String slug) {
        if (administrators.includes(user)) {
            administration.usersOf(user, slug);
        } else {
            projects.usersOf(user, slug);
        }
    }

    void requireAll(String user) {
        administrators.require(user);
    }
}
