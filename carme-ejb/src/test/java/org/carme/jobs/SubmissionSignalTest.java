package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SubmissionSignalTest {
    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionSignal signal = new SubmissionSignal(nanos::get);
    private final AtomicInteger started = new AtomicInteger();

    SubmissionSignalTest() {
        signal.startWith(started::incrementAndGet);
    }

    @Test
    void startsOneExecutionForManyStarts() {
        signal.raise();
        signal.raise();
        signal.raise();

        assertThat(started).hasValue(1);
    }

    @Test
    void keepsTheExecutionGoingForWhatCameMeanwhile() {
        signal.raise();

        assertThat(signal.awaitMore(Duration.ofMillis(1))).isTrue();
        assertThat(signal.awaitMore(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void startsAnotherOneAfterTheFirstHasGoneHome() {
        signal.raise();
        signal.awaitMore(Duration.ofMillis(1));
        signal.awaitMore(Duration.ofMillis(1));

        signal.raise();

        assertThat(started).hasValue(2);
    }

    @Test
    void startsAnotherOneAfterTheFirstHasDied() {
        signal.raise();
        signal.drained();

        signal.raise();

        assertThat(started).hasValue(2);
    }

    @Test
    void startsAnotherOneForTheFirstThatGivesNoSignOfLife() {
        signal.raise();
        nanos.addAndGet(50_000_000_000L);
        signal.goesOn();
        nanos.addAndGet(50_000_000_000L);
        signal.raise();
        assertThat(started).as("a claim takes its time").hasValue(1);

        nanos.addAndGet(11_000_000_000L);
        signal.raise();

        assertThat(started).hasValue(2);
    }
}
