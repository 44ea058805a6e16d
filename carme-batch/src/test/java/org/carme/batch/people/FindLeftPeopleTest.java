package org.carme.batch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.carme.batch.Silence;
import org.carme.people.LeftPeople;
import org.carme.people.SeenMissing;
import org.junit.jupiter.api.Test;

class FindLeftPeopleTest {
    @Test
    void handsOnWhomItHasMissed() {
        SeenMissing seen = new SeenMissing(Set.of("gone", "left"), Instant.parse("2026-03-01T12:00:00Z"));
        FindLeftPeople step = Silence.around(new FindLeftPeople());
        step.people = new LeftPeople() {
            @Override
            public SeenMissing look(boolean anyNumber) {
                return seen;
            }
        };

        assertThat(step.process()).isEqualTo("MISSING 2");
        assertThat(Silence.handedOnBy(step, SeenMissing.class)).contains(seen);
    }
}
