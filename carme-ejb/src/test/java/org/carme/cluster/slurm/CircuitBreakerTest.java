package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final SettableClock clock = new SettableClock();
    private final CircuitBreaker breaker = CircuitBreaker.closed(clock);

    @Test
    void staysClosedThroughSingleFailures() {
        for (int i = 0; i < 10; i++) {
            breaker.failed(failure());
            breaker.failed(failure());
            breaker.succeeded();
        }
        assertThat(breaker.mustTry()).isFalse();
    }

    @Test
    void failsAtOnceAfterFailuresInARow() {
        open();
        SchedulerException told = catchThrowableOfType(SchedulerException.class, breaker::mustTry);
        assertThat(told.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(told).hasMessage("away");
        assertThat(told.mayHaveArrived()).isFalse();
    }

    @Test
    void letsOneTryAfterAPause() {
        open();
        clock.forward(CircuitBreaker.PAUSE);
        assertThat(breaker.mustTry()).isTrue();
        assertThatThrownBy(breaker::mustTry).isInstanceOf(SchedulerException.class);
    }

    @Test
    void closesAfterASuccessfulTrial() {
        open();
        clock.forward(CircuitBreaker.PAUSE);
        breaker.mustTry();
        breaker.succeeded();
        assertThat(breaker.mustTry()).isFalse();
    }

    @Test
    void opensAgainAfterAFailedTrial() {
        open();
        clock.forward(CircuitBreaker.PAUSE);
        breaker.mustTry();
        breaker.failed(failure());
        assertThatThrownBy(breaker::mustTry).isInstanceOf(SchedulerException.class);
        clock.forward(CircuitBreaker.PAUSE);
        assertThat(breaker.mustTry()).isTrue();
    }

    @Test
    void doesNotWaitForATrialThatNeverEnds() {
        open();
        clock.forward(CircuitBreaker.PAUSE);
        breaker.mustTry();
        clock.forward(Duration.ofMinutes(3));
        assertThat(breaker.mustTry()).isTrue();
    }

    @Test
    void makesTheFirstCallerTry() {
        CircuitBreaker untried = CircuitBreaker.untried(clock, Duration.ZERO);
        assertThat(untried.mustTry()).isTrue();
        SchedulerException told = catchThrowableOfType(SchedulerException.class, untried::mustTry);
        assertThat(told.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void makesOthersWaitForTheFirstTrial() {
        CircuitBreaker untried = CircuitBreaker.untried(clock, Duration.ofMinutes(1));
        untried.mustTry();
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(untried::mustTry);
        untried.succeeded();
        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
    }

    @Test
    void tellsThoseWhoWaitedOfTheFirstTrialsFailure() {
        CircuitBreaker untried = CircuitBreaker.untried(clock, Duration.ofMinutes(1));
        untried.mustTry();
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(untried::mustTry);
        untried.failed(failure());
        assertThat(second)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(SchedulerException.class)
                .withMessage("away");
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            breaker.failed(failure());
        }
    }

    private static SchedulerException failure() {
        return new SchedulerException(Kind.UNREACHABLE, "away", null);
    }
}
