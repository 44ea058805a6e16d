package org.carme.jobs;

/** How an ended job ended. */
public enum JobOutcome {
    COMPLETED,
    CANCELLED,
    FAILED,
    TIMED_OUT,
    NODE_FAILED,
    OUT_OF_MEMORY,
    PREEMPTED,
    /** The scheduler no longer knows it and kept no record of how it ended. */
    LOST
}
