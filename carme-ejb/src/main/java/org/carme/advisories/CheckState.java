package org.carme.advisories;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a check went, or goes.
 *
 * @param seenAt last sign of life
 * @param endedAt empty while it runs
 * @param read how many advisories were read
 * @param concerned how many of them are about packages of any image
 * @param skipped how many were left out
 */
public record CheckState(
        long id,
        Outcome outcome,
        Instant startedAt,
        Instant seenAt,
        Optional<Instant> endedAt,
        int read,
        int concerned,
        int skipped) {
    /** Without a sign of life for so long it has died with its portal. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What became of it. */
    public enum Outcome {
        RUNNING,
        DONE,
        FAILED
    }

    boolean isAlive(Instant now) {
        return outcome == Outcome.RUNNING && seenAt.plus(PATIENCE).isAfter(now);
    }
}
