package org.carme.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When somebody is warned of his job's end; the agent warns at the same times inside the job. */
final class EndWarning {
    static final Duration FIRST = Duration.ofMinutes(30);

    private EndWarning() {}

    /**
     * The smallest of 2, 10 and 30 minutes in which the job ends; of a short job, only of what lay ahead of it.
     *
     * @param startedAt null before it runs
     * @param endsAt null while nobody knows
     */
    static Optional<Integer> due(Instant startedAt, Instant endsAt, Instant now) {
        if (startedAt == null || endsAt == null || !now.isBefore(endsAt)) {
            return Optional.empty();
        }
        return Stream.of(2, 10, 30)
                .filter(minutes -> !now.isBefore(endsAt.minus(Duration.ofMinutes(minutes))))
                .findFirst()
                .filter(minutes ->
                        startedAt.plus(Duration.ofMinutes(minutes + 1)).isBefore(endsAt));
    }
}
