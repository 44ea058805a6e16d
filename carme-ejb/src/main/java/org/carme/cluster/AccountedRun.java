package org.carme.cluster;

/**
 * A run that has ended, as the accounting has it. A job that was put back into the queue has one for each run, a task
 * of an array has its own.
 *
 * @param cluster that it ran on: an accounting may serve several
 * @param job its end is in {@code endsAt}; its state may be one that only the accounting knows, for the run was not the
 *     job's last one
 */
public record AccountedRun(String cluster, SchedulerJob job) {}
