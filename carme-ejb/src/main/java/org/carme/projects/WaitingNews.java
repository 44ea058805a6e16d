package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;
import org.carme.users.Administrators;
import org.carme.users.DirectoryUnavailableException;

/**
 * Tells administrators that a project waits for them, after the transaction that made it wait: the directory is asked
 * who they are. Their pages count what waits in any case.
 */
@ApplicationScoped
class WaitingNews {
    private static final Logger LOG = System.getLogger(WaitingNews.class.getName());

    @Inject
    Administrators administrators;

    @Inject
    ProjectReads reads;

    @Inject
    MessageService messages;

    /** @param actor who is not told, should he be an administrator himself */
    void tell(String slug, String actor) {
        try {
            String name = reads.name(slug);
            administrators.all().stream()
                    .filter(admin -> !admin.equals(actor))
                    .forEach(admin -> messages.tell(admin, Kind.INFO, "project-waits", name, actor));
        } catch (DirectoryUnavailableException away) {
            LOG.log(Level.WARNING, "No administrator is told that {0} waits: {1}", slug, away.getMessage());
        }
    }
}
