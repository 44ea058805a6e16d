package org.carme.jobs;

import java.util.Optional;
import org.carme.images.ImageReference;

/**
 * Which of everybody's jobs an administrator looks for; what is empty does not matter.
 *
 * @param active whether only jobs that have not ended, or only those that have
 * @param text part of a name, or a whole number of Carme's or the scheduler's
 * @param node a node that the job has or had
 * @param image of any version, if it names none
 */
public record JobQuery(
        Optional<String> owner,
        Optional<Boolean> active,
        Optional<String> template,
        Optional<String> node,
        Optional<ImageReference> image,
        Optional<String> text,
        JobOrder order) {
    /** All jobs, newest first. */
    public static final JobQuery ALL = new JobQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            JobOrder.NEWEST);
}
