package org.carme.jobs;

import java.util.Optional;

/**
 * Which of everybody's jobs an administrator looks for; what is empty does not matter.
 *
 * @param active whether only jobs that have not ended, or only those that have
 * @param text part of a name, or a whole number of Carme's or the scheduler's
 * @param node a node that the job has or had
 */
public record JobQuery(
        Optional<String> owner,
        Optional<Boolean> active,
        Optional<String> template,
        Optional<String> node,
        Optional<String> text,
        JobOrder order) {
    /** All jobs, newest first. */
    public static final JobQuery ALL = new JobQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), JobOrder.NEWEST);
}
