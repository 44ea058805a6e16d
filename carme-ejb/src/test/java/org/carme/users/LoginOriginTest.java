package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carme.common.SettableClock;
import org.carme.users.LoginOrigin.Limit;
import org.junit.jupiter.api.Test;

class LoginOriginTest {
    private static final Limit LIMIT = new Limit(3, Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final SettableClock clock = new SettableClock();
    private final LoginOrigin origin = new LoginOrigin("alice", clock.instant());

    @Test
    void demandsNoWaitForAFewFailures() {
        fail(2);

        assertThat(seconds()).isZero();
    }

    @Test
    void doublesTheWaitUpToTheLongest() {
        fail(3);
        assertThat(seconds()).isEqualTo(1);
        fail(1);
        assertThat(seconds()).isEqualTo(2);
        fail(1);
        assertThat(seconds()).isEqualTo(4);
        fail(1_000);
        assertThat(seconds()).isEqualTo(10);
    }

    @Test
    void forgivesWithTime() {
        fail(5);
        clock.forward(Duration.ofMinutes(3));
        assertThat(seconds()).isNotPositive();
        fail(1);
        assertThat(seconds()).as("three are remembered").isEqualTo(1);
    }

    @Test
    void trustsWhereALoginHasSucceeded() {
        fail(5);
        assertThat(origin.isTrusted()).isFalse();
        origin.succeeded(clock.instant());

        assertThat(origin.isTrusted()).isTrue();
        assertThat(seconds()).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            origin.failed(LIMIT, clock.instant());
        }
    }

    private long seconds() {
        return origin.remainingWait(LIMIT, clock.instant()).toSeconds();
    }
}
