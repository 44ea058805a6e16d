package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.database.Retry;

/** Jobs of those who have no account any more. */
@ApplicationScoped
public class LeftJobs {
    @Inject
    OwnJobs stops;

    /**
     * Stops all that have not ended. The wish is stored first, so that it outlives an absent scheduler; to repeat it
     * changes nothing.
     *
     * @param actor who does it, for the audit log
     * @return how many there are
     */
    public int stopAll(String actor, String user, String reason) {
        List<JobId> active = stops.active(user).stream().map(JobSummary::id).toList();
        active.forEach(id -> {
            Retry.onConflict(() -> stops.requestCancelBy(actor, id, reason));
            stops.cancelNow(id);
        });
        return active.size();
    }
}
