package org.carme.cluster.slurm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carme.cluster.SchedulerException;

/**
 * Keeps callers from waiting for a Slurm that is away: after some failures in a row they fail at once, and one of them
 * at a time may try again.
 *
 * <p>Not MicroProfile Fault Tolerance: its breaker counts exceptions of intercepted bean methods, while here a refusal
 * is a success, the trial is another call than the one that waits for it, and the failure has to be told as it was.
 */
final class CircuitBreaker {
    static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int MOST_FAILURES = 3;
    /** A trial that has not ended by then is taken for dead, and somebody else may try. */
    private static final Duration LONGEST_TRIAL = Duration.ofMinutes(2);

    private final Clock clock;
    private int failures;
    private Instant nextTrial = Instant.MIN;
    private Optional<SchedulerException> lastFailure = Optional.empty();

    private CircuitBreaker(Clock clock, int failures) {
        this.clock = clock;
        this.failures = failures;
    }

    static CircuitBreaker closed(Clock clock) {
        return new CircuitBreaker(clock, 0);
    }

    /** @return one whose first caller has to try */
    static CircuitBreaker untried(Clock clock) {
        return new CircuitBreaker(clock, MOST_FAILURES);
    }

    /**
     * @return whether the caller has to find out whether Slurm is back, and to report it
     * @throws SchedulerException of the last failure's kind, with nothing sent, when it is not yet time to try again
     */
    synchronized boolean mustTry() {
        if (failures < MOST_FAILURES) {
            return false;
        }
        if (clock.instant().isBefore(nextTrial)) {
            throw lastFailure
                    .map(failure -> SchedulerException.notSent(failure.kind(), failure.getMessage(), failure))
                    .orElseGet(() -> SlurmErrors.notSent("Slurm has not answered yet", null));
        }
        nextTrial = clock.instant().plus(LONGEST_TRIAL);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        lastFailure = Optional.empty();
    }

    synchronized void failed(SchedulerException failure) {
        failures = Math.min(failures + 1, MOST_FAILURES);
        nextTrial = clock.instant().plus(PAUSE);
        lastFailure = Optional.of(failure);
    }
}
