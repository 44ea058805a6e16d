package org.carme.quotas;

/**
 * Sums over jobs that have not ended; the queued ones are those that have no nodes yet.
 *
 * @param accelerators of the running ones
 */
public record ActiveUse(
        long jobs, long queuedJobs, long nodes, long queuedNodes, long accelerators, long queuedAccelerators) {}
