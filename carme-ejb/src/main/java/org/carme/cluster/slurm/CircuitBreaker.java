package org.carme.cluster.slurm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.carme.cluster.SchedulerException;

/**
 * Keeps callers from waiting for a Slurm that is away: after some failures in a row they fail at once, and one of them
 * at a time may try again. Only while nobody knows yet whether it is there they wait for the first trial's end, so that
 * what goes on right after the portal's start does not fail for coming second.
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
    private final Duration patience;
    private final CountDownLatch firstOutcome;
    private int failures;
    private Instant nextTrial = Instant.MIN;
    private Optional<SchedulerException> lastFailure = Optional.empty();

    private CircuitBreaker(Clock clock, Duration patience, CountDownLatch firstOutcome, int failures) {
        this.clock = clock;
        this.patience = patience;
        this.firstOutcome = firstOutcome;
        this.failures = failures;
    }

    static CircuitBreaker closed(Clock clock) {
        return new CircuitBreaker(clock, Duration.ZERO, new CountDownLatch(0), 0);
    }

    /**
     * @param patience for how long the others wait while the first one tries
     * @return one whose first caller has to try
     */
    static CircuitBreaker untried(Clock clock, Duration patience) {
        return new CircuitBreaker(clock, patience, new CountDownLatch(1), MOST_FAILURES);
    }

    /**
     * @return whether the caller has to find out whether Slurm is back, and to report it
     * @throws SchedulerException of the last failure's kind, with nothing sent, when it is not yet time to try again
     */
    boolean mustTry() {
        if (beginsFirstTrial()) {
            return true;
        }
        awaitFirstOutcome();
        return mustTryAgain();
    }

    private synchronized boolean beginsFirstTrial() {
        boolean isUntried = failures >= MOST_FAILURES && nextTrial.equals(Instant.MIN);
        return isUntried && mustTryAgain();
    }

    private void awaitFirstOutcome() {
        try {
            firstOutcome.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean mustTryAgain() {
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
        firstOutcome.countDown();
    }

    synchronized void failed(SchedulerException failure) {
        failures = Math.min(failures + 1, MOST_FAILURES);
        nextTrial = clock.instant().plus(PAUSE);
        lastFailure = Optional.of(failure);
        firstOutcome.countDown();
    }
}
