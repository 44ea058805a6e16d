package org.carme.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many test messages somebody may have sent, on a real database. */
class TrialStoreIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void allowsFiveWithinTenMinutes() {
        for (int i = 0; i < 5; i++) {
            count("alice");
        }
        clock.forward(Duration.ofSeconds(571));

        assertThatThrownBy(() -> count("alice"))
                .isInstanceOfSatisfying(
                        TooManyTrialsException.class,
                        refused -> assertThat(refused.arguments()).containsExactly(5, 10L, 1L));
        assertThatCode(() -> count("bob")).doesNotThrowAnyException();
        clock.forward(Duration.ofSeconds(29));
        assertThatCode(() -> count("alice")).doesNotThrowAnyException();
    }

    @Test
    void countsThoseThatComeAtTheSameTimeThroughSeveralPortals() {
        List<CompletableFuture<Void>> all = Stream.generate(() -> CompletableFuture.runAsync(() -> count("alice")))
                .limit(8)
                .toList();
        all.forEach(one -> one.exceptionally(refused -> null).join());

        assertThat(all).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(3);
    }

    private void count(String user) {
        Retry.onConflict(() -> {
            try (EntityManager own = database.open()) {
                TrialStore store = new TrialStore();
                store.trials = new TrialRepository(own);
                store.clock = clock;
                TestDatabase.inTransaction(own, () -> {
                    store.count(user);
                    return null;
                });
            }
        });
    }
}
