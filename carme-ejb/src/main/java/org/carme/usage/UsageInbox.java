package org.carme.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.carme.database.Retry;
import org.carme.jobs.JobSummary;

/**
 * Takes what agents say of use. Samples wait in memory for a moment and are written together: a portal that dies in
 * between has lost two seconds of a curve.
 */
@ApplicationScoped
public class UsageInbox {
    private static final Logger LOG = System.getLogger(UsageInbox.class.getName());
    /** Twenty minutes of 500 jobs, for a database that is away. */
    private static final int MOST_WAITING = 60_000;

    private static final int BATCH = 1000;

    @Inject
    UsageRecords records;

    @Inject
    Clock clock;

    private final BlockingQueue<NodeSample> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private boolean away;

    /**
     * Keeps what is credible, soon.
     *
     * @param node the agent's place among the job's nodes
     */
    public void take(JobSummary job, int node, UsageClaim claim) {
        UsageRules rules = new UsageRules(job, claim, clock.instant());
        // when the queue is full the newest are lost
        rules.samples(claim.samples()).forEach(sample -> waiting.offer(new NodeSample(job.id(), node, sample)));
        claim.resources()
                .map(rules::resources)
                .ifPresent(resources -> Retry.onConflict(() -> records.describe(job.id(), node, resources)));
    }

    /** Writes what waits; to be called by one thread, every few seconds. */
    void write() {
        List<NodeSample> batch = new ArrayList<>();
        try {
            while (waiting.drainTo(batch, BATCH) > 0) {
                Retry.onConflict(() -> records.add(batch));
                batch.clear();
            }
            records.sumUp();
            away = false;
        } catch (RuntimeException e) {
            batch.forEach(waiting::offer);
            if (!away) {
                LOG.log(Level.WARNING, "What jobs use is not written at present: {0}", e.toString());
            }
            away = true;
        }
    }
}
