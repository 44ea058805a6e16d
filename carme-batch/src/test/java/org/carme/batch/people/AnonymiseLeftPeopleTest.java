package org.carme.batch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carme.batch.Silence;
import org.carme.people.LeftPeople;
import org.carme.people.SeenMissing;
import org.junit.jupiter.api.Test;

class AnonymiseLeftPeopleTest {
    private final List<String> anonymised = new ArrayList<>();

    @Test
    void goesOnWithOthersWhereOneCannotBeAnonymised() {
        AnonymiseLeftPeople step = step(Silence.around(new AnonymiseLeftPeople()));

        assertThat(step.process()).isEqualTo("ANONYMISED 2");
        assertThat(Silence.saidBy(step)).containsExactly("Anonymised 2 of 4 who have been missing long enough");
        assertThat(anonymised).containsExactly("gone", "left");
    }

    @Test
    void anonymisesAloneWhoIsTriedAgain() {
        assertThat(step(Silence.around(new AnonymiseLeftPeople(), "left")).process())
                .isEqualTo("ANONYMISED 1");
        assertThat(anonymised).containsExactly("left");
    }

    private AnonymiseLeftPeople step(AnonymiseLeftPeople step) {
        step.people = new LeftPeople() {
            @Override
            public List<String> toForget(int most) {
                return List.of("gone", "poison", "busy", "left");
            }

            @Override
            public boolean anonymise(String user, SeenMissing missing) {
                if ("poison".equals(user)) {
                    throw new IllegalStateException("poison");
                }
                return !"busy".equals(user) && anonymised.add(user);
            }
        };
        return step;
    }
}
