package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.carme.database.Retry;
import org.carme.users.Administrators;
import org.carme.users.DirectoryUnavailableException;

/** Tells administrators that the self-test has begun to fail, or that it works again. */
@ApplicationScoped
class CanaryNews {
    private static final Logger LOG = System.getLogger(CanaryNews.class.getName());

    @Inject
    CanaryStore store;

    @Inject
    Administrators administrators;

    /** Without the directory nobody knows whom to tell, and the next call tells it. */
    void tell() {
        Optional<Long> run = store.news();
        if (run.isEmpty()) {
            return;
        }
        try {
            Set<String> people = administrators.all();
            Retry.onConflict(() -> store.tell(run.get(), people));
        } catch (DirectoryUnavailableException away) {
            LOG.log(Level.WARNING, "No administrator is told yet how the self-test went: {0}", away.getMessage());
        }
    }
}
