package org.carme.builds;

/** What a job's task means for the job. */
public enum TaskPhase {
    /** What the job is for has begun; nobody waits for its services. */
    AT_WORK,
    /** The job's services have to wait. */
    BEFORE_SERVICES,
    /** There is no task, or none any more that services would have to wait for. */
    SERVICES
}
