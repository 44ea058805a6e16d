package org.carme.executions;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of an execution.
 *
 * @param exit what became of it, in its own words; empty while it runs
 */
public record StepDetails(
        String name,
        ExecutionStatus status,
        String exit,
        Counts counts,
        Progress progress,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /** Rows or things that it has dealt with. */
    public record Counts(long read, long written, long skipped) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(read + more.read, written + more.written, skipped + more.skipped);
        }
    }

    /**
     * How far it is.
     *
     * @param total 0 if nobody knows
     */
    public record Progress(long done, long total) {
        static final Progress UNKNOWN = new Progress(0, 0);
    }
}
