package org.carme.cluster;

/** A job's state in neutral words; how a job ended is kept, because it cannot be got back later. */
public enum SchedulerState {
    PENDING,
    /** Nodes are assigned and being made ready. */
    CONFIGURING,
    RUNNING,
    SUSPENDED,
    /** Ending; how is known only afterwards. */
    COMPLETING,
    COMPLETED,
    CANCELLED,
    FAILED,
    TIMED_OUT,
    NODE_FAILED,
    OUT_OF_MEMORY,
    PREEMPTED,
    /** A word the adapter does not know: treated as "still there". */
    UNKNOWN;

    public boolean isFinal() {
        return switch (this) {
            case COMPLETED, CANCELLED, FAILED, TIMED_OUT, NODE_FAILED, OUT_OF_MEMORY, PREEMPTED -> true;
            case PENDING, CONFIGURING, RUNNING, SUSPENDED, COMPLETING, UNKNOWN -> false;
        };
    }
}
