package org.carme.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void asksAgainUntilThereIsSomething() {
        Iterator<Optional<Long>> answers = List.of(Optional.<Long>empty(), Optional.<Long>empty(), Optional.of(7L))
                .iterator();

        assertThat(Retry.untilPresent(answers::next, PAUSE, () -> false)).contains(7L);
        assertThat(answers.hasNext()).isFalse();
    }

    @Test
    void asksNoMoreWhenItIsStopped() {
        AtomicInteger asked = new AtomicInteger();

        Optional<Long> result = Retry.untilPresent(
                () -> {
                    asked.incrementAndGet();
                    return Optional.<Long>empty();
                },
                PAUSE,
                () -> asked.get() == 3);

        assertThat(result).isEmpty();
        assertThat(asked).hasValue(3);
    }
}
