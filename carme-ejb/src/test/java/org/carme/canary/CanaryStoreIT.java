package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
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

    private boolean ended(Optional<StageFailedException> failure) {
        long run = begun();
        return in(() -> store.end(run, failure));
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
        in(() -> store.end(run, Optional.empty()));

        assertThat(newest().isGood()).isTrue();
        assertThat(newest().times())
                .containsEntry(Stage.START, Duration.ofMillis(300))
                .containsEntry(Stage.SLURM, Duration.ofSeconds(2))
                .hasSize(2);
    }

    @Test
    void isNewsWhenItBeginsToFailAndWhenItPassesAgain() {
        assertThat(ended(Optional.empty())).isFalse();
        assertThat(ended(FAILED)).isTrue();
        assertThat(ended(FAILED)).isFalse();
        assertThat(ended(Optional.empty())).isTrue();
        assertThat(ended(Optional.empty())).isFalse();
    }

    @Test
    void isNewsIfTheVeryFirstFails() {
        assertThat(ended(FAILED)).isTrue();
        assertThat(newest().failed()).contains(Stage.SLURM);
        assertThat(newest().trouble()).isEqualTo("Resources");
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
        in(() -> store.end(next, Optional.empty()));

        CanaryResult result = in(() -> store.newest(2)).get(1);
        assertThat(result.id()).isEqualTo(dead);
        assertThat(result.failed()).contains(Stage.SLURM);
    }

    @Test
    void forgetsWhatIsOlderThanAYearAndWhatWasStopped() {
        long old = begun();
        in(() -> {
            store.passed(old, Stage.START, Duration.ofMillis(300));
            return store.end(old, Optional.empty());
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
