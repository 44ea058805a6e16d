package org.carme.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An execution of a batch job.
 *
 * @param id the runtime's number
 * @param host where the portal runs that has it, empty of one from before that was kept
 * @param endedAt empty while it runs
 */
public record ExecutionSummary(
        long id,
        String job,
        ExecutionStatus status,
        Origin origin,
        String host,
        Instant startedAt,
        Optional<Instant> endedAt) {

    /**
     * Who or what began it.
     *
     * @param user the administrator, else empty
     */
    public record Origin(Cause cause, String user) {}

    /** @return until its end, while it runs until now */
    public Duration took(Instant now) {
        return Duration.between(startedAt, endedAt.orElse(now));
    }
}
