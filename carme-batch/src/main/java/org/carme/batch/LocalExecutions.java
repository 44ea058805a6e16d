package org.carme.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.carme.database.Retry;
import org.carme.executions.ExecutionNews;
import org.carme.executions.ExecutionRecords;

/** The executions of this portal: stops what has to, and forgets what has ended, whether the runtime could say so or not. */
@ApplicationScoped
class LocalExecutions {
    private static final Logger LOG = System.getLogger(LocalExecutions.class.getName());

    @Inject
    BatchJobs batchJobs;

    @Inject
    LocalRuns runs;

    @Inject
    ExecutionRecords records;

    @Inject
    Reporting reporting;

    @Inject
    ExecutionNews news;

    void look() {
        reporting.flush();
        runs.all().forEach(this::look);
    }

    void stopAll() {
        runs.all().forEach(batchJobs::stopHere);
    }

    private void look(long execution) {
        if (!Retry.onConflict(() -> records.isGoing(execution))) {
            runs.ended(execution);
            news.changed(execution);
        } else if (runs.isLost(execution)) {
            LOG.log(Level.WARNING, "Execution {0} was lost while the database was away", Long.toString(execution));
            Retry.onConflict(() -> records.failLost(execution));
        } else if (Retry.onConflict(() -> records.mustStop(execution))) {
            batchJobs.stopHere(execution);
            news.changed(execution);
        }
    }
}
