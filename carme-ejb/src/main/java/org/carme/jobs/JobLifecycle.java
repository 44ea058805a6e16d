package org.carme.jobs;

import java.util.Optional;
import org.carme.cluster.SchedulerState;

/** Owns the transitions: what a job's state becomes when the scheduler reports its word. */
final class JobLifecycle {
    /**
     * A place on the way.
     *
     * @param outcome present exactly when the state is ENDED
     */
    record Step(JobState state, Optional<JobOutcome> outcome) {}

    private JobLifecycle() {}

    /** An ended job stays ended, and a word the adapter does not know changes nothing. */
    static Step next(JobState present, SchedulerState reported, boolean servicesSettled, boolean cancelRequested) {
        return switch (reported) {
            case PENDING -> going(cancelRequested ? JobState.ENDING : JobState.QUEUED);
            case CONFIGURING -> going(cancelRequested ? JobState.ENDING : JobState.STARTING);
            case RUNNING, SUSPENDED -> going(running(servicesSettled, cancelRequested));
            case COMPLETING -> going(JobState.ENDING);
            case UNKNOWN -> going(present);
            case COMPLETED -> ended(cancelRequested ? JobOutcome.CANCELLED : JobOutcome.COMPLETED);
            case CANCELLED -> ended(JobOutcome.CANCELLED);
            case FAILED -> ended(cancelRequested ? JobOutcome.CANCELLED : JobOutcome.FAILED);
            case TIMED_OUT -> ended(JobOutcome.TIMED_OUT);
            case NODE_FAILED -> ended(JobOutcome.NODE_FAILED);
            case OUT_OF_MEMORY -> ended(JobOutcome.OUT_OF_MEMORY);
            case PREEMPTED -> ended(JobOutcome.PREEMPTED);
        };
    }

    private static JobState running(boolean servicesSettled, boolean cancelRequested) {
        if (cancelRequested) {
            return JobState.ENDING;
        }
        return servicesSettled ? JobState.RUNNING : JobState.STARTING;
    }

    private static Step going(JobState state) {
        return new Step(state, Optional.empty());
    }

    private static Step ended(JobOutcome outcome) {
        return new Step(JobState.ENDED, Optional.of(outcome));
    }
}
