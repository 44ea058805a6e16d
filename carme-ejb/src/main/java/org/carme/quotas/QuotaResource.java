package org.carme.quotas;

/** What can be limited. */
public enum QuotaResource {
    /** Active jobs. */
    JOBS,
    /** Nodes of active jobs. */
    NODES,
    /** Accelerators of active jobs. */
    ACCELERATORS,
    /** Accelerators times the hours they were allotted, in a period. */
    ACCELERATOR_HOURS
}
