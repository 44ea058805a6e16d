package org.carme.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An execution of a batch job.
 *
 * @param id the runtime's number
 * @param endedAt empty while it runs
 */
public record Run(long id, RunOutcome outcome, Instant startedAt, Optional<Instant> endedAt) {
    /** @return until its end, while it runs until now */
    public Duration took(Instant now) {
        return Duration.between(startedAt, endedAt.orElse(now));
    }
}
