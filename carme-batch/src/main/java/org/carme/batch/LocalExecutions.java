package org.carme.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.database.Retry;
import org.carme.executions.ExecutionNews;
import org.carme.executions.ExecutionRecords;

/** The executions of this portal: stops what has to, and forgets what has ended. */
@ApplicationScoped
class LocalExecutions {
    @Inject
    BatchJobs batchJobs;

    @Inject
    ExecutionRecords records;

    @Inject
    Reporting reporting;

    @Inject
    ExecutionNews news;

    void look() {
        reporting.flush();
        batchJobs.here().forEach(this::look);
    }

    private void look(long execution) {
        if (!Retry.onConflict(() -> records.isGoing(execution))) {
            batchJobs.forget(execution);
            news.changed(execution);
        } else if (Retry.onConflict(() -> records.mustStop(execution))) {
            batchJobs.stopHere(execution);
            news.changed(execution);
        }
    }
}
