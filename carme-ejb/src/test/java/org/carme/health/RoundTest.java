package org.carme.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One round of questions: nobody waits long, and a part is never asked twice at the same time. */
class RoundTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final SettableClock clock = new SettableClock();
    private final Map<Part, Reply.Question> questions = new EnumMap<>(Part.class);
    private List<PartState> states = List.of();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void remembersSinceWhenAPartIsUpOrDown() throws InterruptedException {
        questions.put(Part.DATABASE, () -> new Reply(true, "H2 2.2"));
        Instant first = clock.instant();
        ask();
        clock.forward(LONG);
        ask();
        assertThat(state(Part.DATABASE).since()).isEqualTo(first);

        questions.put(Part.DATABASE, () -> new Reply(false, "Connection refused"));
        ask();

        PartState down = state(Part.DATABASE);
        assertThat(down.up()).isFalse();
        assertThat(down.since()).isEqualTo(first.plus(LONG));
        assertThat(down.trouble()).isEqualTo("Connection refused");
        assertThat(down.version()).as("as last told").isEqualTo("H2 2.2");
    }

    @Test
    void waitsForNoPartThatHangsNorAsksItAgain() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        questions.put(Part.CONTROLLER, () -> {
            asked.incrementAndGet();
            return await(answered);
        });
        Round impatient = new Round(executor, questions, Duration.ZERO, clock);
        states = impatient.ask(states);
        states = impatient.ask(states);

        assertThat(state(Part.CONTROLLER).up()).isFalse();
        assertThat(state(Part.CONTROLLER).trouble()).isEmpty();
        answered.countDown();
        executor.shutdown();
        assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void survivesAQuestionThatFails() throws InterruptedException {
        questions.put(Part.DIRECTORY, () -> {
            throw new IllegalStateException("as the test wants it");
        });
        questions.put(Part.INTERFACE, () -> new Reply(true, "v0.0.44"));
        ask();

        assertThat(state(Part.DIRECTORY).up()).isFalse();
        assertThat(state(Part.INTERFACE).up()).isTrue();
    }

    private void ask() throws InterruptedException {
        states = new Round(executor, questions, LONG, clock).ask(states);
    }

    private PartState state(Part part) {
        return states.stream().filter(known -> known.part() == part).findFirst().orElseThrow();
    }

    private static Reply await(CountDownLatch latch) {
        try {
            latch.await();
            return new Reply(true, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.SILENCE;
        }
    }
}
