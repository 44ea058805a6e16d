package org.carme.jobs;

import java.time.Instant;
import java.util.Optional;
import org.carme.images.ImageReference;

/**
 * Which of a user's ended jobs are looked for; what is empty does not matter.
 *
 * @param type an accelerator type, {@link org.carme.templates.Template#CPU} for jobs without
 * @param project the slug of the project that it was charged to
 * @param image of any version, if it names none
 * @param text part of the name, or a whole number of Carme's or the scheduler's
 * @param from the earliest end
 * @param to just after the latest end
 */
public record HistoryQuery(
        Optional<JobOutcome> outcome,
        Optional<String> type,
        Optional<String> project,
        Optional<ImageReference> image,
        Optional<String> text,
        Optional<Instant> from,
        Optional<Instant> to) {
    /** All ended jobs. */
    public static final HistoryQuery ALL = new HistoryQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
