package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.messages.Message;
import org.carme.messages.TestMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanaryStoreIT {
    private static final Optional<StageFailedException> FAILED =
            Optional.of(new StageFailedException(Stage.SLURM, "Resources"));

    private final TestDatabase database = database();
    private final EntityManager entityManager = database.open();
    private final SettableClock clock = new SettableClock();
    private final CanaryStore store = new CanaryStore();

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void have() {
        store.runs = new CanaryRepository(entityManager);
        store.messages = TestMessages.on(entityManager, clock);
        store.clock = clock;
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    private <T> T in(Supplier<T> action) {
        entityManager.clear();
        return TestDatabase.inTransaction(entityManager, action);
    }

    private long begun() {
        return in(store::begin).orElseThrow();
    }

    private void ended(Optional<StageFailedException> failure) {
        end(begun(), failure);
    }

    private void end(long run, Optional<StageFailedException> failure) {
        in(() -> {
            store.end(run, failure);
            return run;
        });
    }

    private void died() {
        begun();
        clock.forward(Duration.ofSeconds(31));
    }

    /** @return what an administrator is told now */
    private List<String> told() {
        int before = messages().size();
        in(store::news)
                .ifPresent(run -> in(() -> {
                    store.tell(run, Set.of("admin"));
                    return run;
                }));
        return messages().stream().skip(before).toList();
    }

    /** @return oldest first */
    private List<String> messages() {
        List<Message> recent = new ArrayList<>(in(() -> store.messages.recent("admin", 100)));
        Collections.reverse(recent);
        return recent.stream()
                .map(message -> message.key() + " " + message.detail())
                .toList();
    }

    private CanaryResult newest() {
        return in(() -> store.newest(1)).get(0);
    }

    @Test
    void keepsTheTimesOfItsStages() {
        long run = begun();
        in(() -> {
            store.passed(run, Stage.START, Duration.ofMillis(300));
            store.passed(run, Stage.SLURM, Duration.ofSeconds(2));
            return run;
        });
        end(run, Optional.empty());

        assertThat(newest().isGood()).isTrue();
        assertThat(newest().times())
                .containsEntry(Stage.START, Duration.ofMillis(300))
                .containsEntry(Stage.SLURM, Duration.ofSeconds(2))
                .hasSize(2);
    }

    @Test
    void isNewsWhenItBeginsToFailAndWhenItPassesAgain() {
        ended(Optional.empty());
        assertThat(told()).isEmpty();
        ended(FAILED);
        assertThat(told()).containsExactly("self-test-failed.SLURM Resources");
        assertThat(told()).as("once").isEmpty();
        ended(FAILED);
        assertThat(told()).isEmpty();
        ended(Optional.empty());
        assertThat(told()).containsExactly("self-test-recovered ");
        ended(Optional.empty());
        assertThat(told()).isEmpty();
    }

    @Test
    void isNewsIfTheVeryFirstFails() {
        ended(FAILED);
        assertThat(newest().failed()).contains(Stage.SLURM);
        assertThat(newest().trouble()).isEqualTo("Resources");
        assertThat(told()).hasSize(1);
    }

    @Test
    void tellsOfAFailureAlsoIfTheOneBeforeWasInterrupted() {
        ended(Optional.empty());
        died();
        ended(FAILED);

        assertThat(told()).containsExactly("self-test-failed.SLURM Resources");
    }

    @Test
    void tellsNobodyThatItPassesAgainAfterOneThatWasInterrupted() {
        died();
        ended(Optional.empty());

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfAFailureThatNobodyWasToldOfUntilSomebodyIs() {
        ended(FAILED);
        ended(FAILED);
        died();
        begun();

        assertThat(told()).containsExactly("self-test-failed.SLURM Resources");
    }

    @Test
    void keepsQuietAboutAFailureThatWasOverBeforeAnybodyWasTold() {
        ended(FAILED);
        ended(Optional.empty());

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOnceHoweverManyPortalsLook() {
        ended(FAILED);
        long run = in(store::news).orElseThrow();
        for (int portal = 0; portal < 2; portal++) {
            in(() -> {
                store.tell(run, Set.of("admin"));
                return run;
            });
        }

        assertThat(messages()).hasSize(1);
    }

    @Test
    void doesNotBeginWhileAnotherIsUnderWay() {
        begun();
        clock.forward(Duration.ofSeconds(29));

        assertThat(in(store::begin)).isEmpty();
    }

    @Test
    void takesOneThatIsSilentForDeadAtTheStageThatItHadReached() {
        long dead = begun();
        in(() -> {
            store.passed(dead, Stage.START, Duration.ofMillis(300));
            return dead;
        });
        clock.forward(Duration.ofSeconds(31));

        long next = begun();
        end(next, Optional.empty());

        CanaryResult result = in(() -> store.newest(2)).get(1);
        assertThat(result.id()).isEqualTo(dead);
        assertThat(result.failed()).contains(Stage.SLURM);
    }

    @Test
    void forgetsWhatIsOlderThanAYearAndWhatWasStopped() {
        long old = begun();
        in(() -> {
            store.passed(old, Stage.START, Duration.ofMillis(300));
            store.end(old, Optional.empty());
            return old;
        });
        clock.forward(Duration.ofDays(401));
        long stopped = begun();
        in(() -> {
            store.forget(stopped);
            return stopped;
        });

        assertThat(in(() -> store.newest(10))).isEmpty();
    }
}
