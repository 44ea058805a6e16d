package org.carme.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a batch job went last.
 *
 * @param name as its definition in {@code META-INF/batch-jobs} is called
 * @param endedAt empty while it runs
 */
public record BatchRun(String name, Outcome outcome, Instant startedAt, Optional<Instant> endedAt) {
    /** What became of it. */
    public enum Outcome {
        RUNNING,
        COMPLETED,
        STOPPED,
        FAILED;

        /** @param status the runtime's own word */
        static Outcome of(String status) {
            return switch (status) {
                case "STARTING", "STARTED", "STOPPING" -> RUNNING;
                case "COMPLETED" -> COMPLETED;
                case "STOPPED" -> STOPPED;
                default -> FAILED;
            };
        }
    }

    /** @return empty while it runs */
    public Optional<Duration> took() {
        return endedAt.map(end -> Duration.between(startedAt, end));
    }
}
