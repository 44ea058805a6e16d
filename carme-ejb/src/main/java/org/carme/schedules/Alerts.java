package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carme.database.Retry;
import org.carme.leases.Lease;
import org.carme.users.Administrators;
import org.carme.users.DirectoryUnavailableException;

/** Tells administrators of jobs that fail, are late, or take much longer than usual. */
@ApplicationScoped
public class Alerts {
    private static final Logger LOG = System.getLogger(Alerts.class.getName());

    @Inject
    AlertStore store;

    @Inject
    JobCatalogue catalogue;

    @Inject
    Administrators administrators;

    @Inject
    Clock clock;

    /** To be called every minute or so; without the directory nobody knows whom to tell, and the next call tells it. */
    public void look(Lease lease) {
        Instant now = clock.instant();
        List<Alert> news = Retry.onConflict(() -> store.look(lease, catalogue.all(), now));
        if (news.isEmpty()) {
            return;
        }
        try {
            Set<String> people = administrators.all();
            Retry.onConflict(() -> store.tell(lease, news, people));
        } catch (DirectoryUnavailableException away) {
            LOG.log(Level.WARNING, "No administrator is told of {0} yet: {1}", news, away.getMessage());
        }
    }
}
