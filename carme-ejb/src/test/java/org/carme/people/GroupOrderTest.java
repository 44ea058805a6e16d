package org.carme.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupOrderTest {
    private static final List<GroupUse> ALL = List.of(
            group("lab", Optional.of(2L), 0), group("gone", Optional.empty(), 3), group("All", Optional.of(9L), 0));

    @Test
    void sortsByNameWhateverItsCase() {
        assertThat(sorted(GroupOrder.NAME)).containsExactly("All", "gone", "lab");
    }

    @Test
    void putsTheLargestFirstAndThoseThatAreMissingLast() {
        assertThat(sorted(GroupOrder.MEMBERS)).containsExactly("All", "lab", "gone");
    }

    @Test
    void putsFirstWhatMostLimitsName() {
        assertThat(sorted(GroupOrder.LIMITS)).containsExactly("gone", "All", "lab");
    }

    private static Stream<String> sorted(GroupOrder order) {
        return ALL.stream().sorted(order.order()).map(GroupUse::name);
    }

    private static GroupUse group(String name, Optional<Long> members, long limits) {
        return new GroupUse(name, members, Set.of(), List.of(), limits);
    }
}
