package org.carme.jobs;

/** Where a job stands on its way; every job passes these in this order, though it may skip some. */
public enum JobState {
    /** Wanted, but not yet known to the scheduler. */
    SUBMITTING,
    QUEUED,
    /** The scheduler runs it; its services are not ready yet. */
    STARTING,
    RUNNING,
    ENDING,
    ENDED
}
