package org.carme.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Nobody waits for a disk. */
class LookTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Instant NOW = Instant.parse("2026-11-27T04:20:00Z");

    private final CompletableFuture<StoreContents> result = new CompletableFuture<>();

    @Test
    void tellsThatItGoesOnAndThenWhatItHasSeen() {
        Look look = look(Duration.ofHours(1));
        StoreContents contents = new StoreContents(NOW, List.of(), Map.of(), 0, false);

        assertThat(look.await(SHORT)).isEmpty();
        assertThat(look.isOf(NOW)).as("it goes on").isTrue();
        result.complete(contents);

        assertThat(look.await(SHORT)).contains(contents);
        assertThat(look.isOf(NOW.minusSeconds(1))).isTrue();
        assertThat(look.isOf(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void saysThatAStoreDoesNotAnswer() {
        Look look = look(Duration.ofHours(-1));

        assertThatThrownBy(() -> look.await(SHORT))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        why -> assertThat(why.messageKey()).isEqualTo("conflict.store-silent"));
        assertThat(look.isOver()).as("no second one follows it").isFalse();
    }

    @Test
    void saysWhyNothingCanBeSeenAndIsOfNoFurtherUse() {
        Look look = look(Duration.ofHours(1));
        StoreUnavailableException why = StoreUnavailableException.notVisible(Path.of("/srv"));
        result.completeExceptionally(why);

        assertThatThrownBy(() -> look.await(SHORT)).isSameAs(why);
        assertThat(look.isOf(Instant.EPOCH)).isFalse();
    }

    private Look look(Duration longest) {
        return new Look("/srv", new Budget(1, System.nanoTime()), result, longest);
    }
}
