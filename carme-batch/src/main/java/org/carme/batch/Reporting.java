package org.carme.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carme.database.Retry;
import org.carme.executions.ExecutionNews;
import org.carme.executions.ExecutionRecords;
import org.carme.executions.OneItem;
import org.carme.executions.StepNews;
import org.carme.executions.StepRecords;

/** Takes what steps of this portal tell of themselves. */
@ApplicationScoped
class Reporting {
    private static final Logger LOG = System.getLogger(Reporting.class.getName());

    private final Set<StepReport> open = ConcurrentHashMap.newKeySet();

    @Inject
    ExecutionRecords executions;

    @Inject
    StepRecords steps;

    @Inject
    ExecutionNews news;

    @Inject
    BatchJobs batchJobs;

    @Inject
    LocalRuns runs;

    /** @return what the step is to deal with alone; empty if with everything */
    Optional<OneItem> begin(long execution, String job, StepReport report) {
        runs.stepBegun(execution);
        attempt(() -> executions.know(execution, job));
        open.add(report);
        news.changed(execution);
        return OneItem.of(batchJobs.parameters(execution));
    }

    /** @return false if it could not be kept now, which is no reason for a step to fail */
    boolean tell(long execution, StepNews told) {
        boolean kept = attempt(() -> steps.tell(execution, told));
        news.changed(execution);
        return kept;
    }

    void fail(long execution, String step, String words) {
        attempt(() -> steps.fail(execution, step, words));
    }

    private static boolean attempt(Runnable action) {
        try {
            Retry.onConflict(action);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What a step tells of itself cannot be kept at present", e);
            return false;
        }
    }

    void end(long execution, StepReport report) {
        open.remove(report);
        runs.stepEnded(execution);
        news.changed(execution);
    }

    /** Keeps what was not kept yet because its step tells nothing for a while. */
    void flush() {
        open.forEach(StepReport::flush);
    }
}
