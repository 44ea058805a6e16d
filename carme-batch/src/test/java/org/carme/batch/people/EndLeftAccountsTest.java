package org.carme.batch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carme.batch.Silence;
import org.carme.people.LeftAccounts;
import org.junit.jupiter.api.Test;

class EndLeftAccountsTest {
    private final List<String> ended = new ArrayList<>();

    @Test
    void goesOnWithOthersWhereOneCannotBeEnded() {
        assertThat(step(Silence.around(new EndLeftAccounts())).process()).isEqualTo("ENDED 4");
        assertThat(ended).containsExactly("gone", "left");
    }

    @Test
    void endsAloneWhoIsTriedAgain() {
        assertThat(step(Silence.around(new EndLeftAccounts(), "left")).process())
                .isEqualTo("ENDED 2");
        assertThat(ended).containsExactly("left");
    }

    @Test
    void leavesAloneWhoIsTriedAgainAndIsBack() {
        assertThat(step(Silence.around(new EndLeftAccounts(), "back")).process())
                .isEqualTo("ENDED 0");
        assertThat(ended).isEmpty();
    }

    private EndLeftAccounts step(EndLeftAccounts step) {
        step.accounts = new LeftAccounts() {
            @Override
            public List<String> gone() {
                return List.of("gone", "poison", "left");
            }

            @Override
            public int end(String user) {
                if ("poison".equals(user)) {
                    throw new IllegalStateException("poison");
                }
                ended.add(user);
                return 2;
            }
        };
        return step;
    }
}
