package org.carme.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final List<String> NUMBERS =
            IntStream.range(0, 120).mapToObj(Integer::toString).toList();

    @Test
    void readsAListInPartsWithoutLosingARow() {
        Part<String> first = after(Optional.empty());
        Part<String> second = after(first.next());
        Part<String> third = after(second.next());

        assertThat(first.rows()).hasSize(50).startsWith("0");
        assertThat(second.rows()).hasSize(50).startsWith("50");
        assertThat(third.rows()).hasSize(20).endsWith("119");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void beginsAnewAfterARowThatIsGone() {
        assertThat(after(Optional.of("gone")).rows()).startsWith("0");
    }

    @Test
    void hasNothingOfAnEmptyList() {
        assertThat(Part.of(List.<String>of(), Function.identity(), Optional.empty()))
                .isEqualTo(new Part<>(List.of(), Optional.empty()));
    }

    @Test
    void findsATextWhateverItsCase() {
        assertThat(new SearchText(" LAB ").isIn(List.of("people", "The Lab"))).isTrue();
        assertThat(new SearchText("lab").isIn(List.of("people"))).isFalse();
        assertThat(new SearchText("").isIn(List.of())).isTrue();
    }

    private static Part<String> after(Optional<String> last) {
        return Part.of(NUMBERS, Function.identity(), last);
    }
}
