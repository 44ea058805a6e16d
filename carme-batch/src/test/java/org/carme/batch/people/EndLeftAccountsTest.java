package org.carme.batch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carme.batch.Silence;
import org.carme.people.LeftAccounts;
import org.carme.people.SeenMissing;
import org.junit.jupiter.api.Test;

class EndLeftAccountsTest {
    private final List<String> ended = new ArrayList<>();
    private final List<SeenMissing> seen = new ArrayList<>();

    @Test
    void goesOnWithOthersWhereOneCannotBeEnded() {
        EndLeftAccounts step = step(Silence.around(new EndLeftAccounts()));

        assertThat(step.process()).isEqualTo("ENDED 4");
        assertThat(Silence.saidBy(step))
                .containsExactly("Accounts that are gone: 3; of their jobs and tokens, stopped or revoked: 4");
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

    @Test
    void asksNoMoreForThoseWhoWereJustMissed() {
        SeenMissing just = new SeenMissing(Set.of("gone"), Instant.parse("2026-03-01T12:00:00Z"));
        step(Silence.after(Silence.around(new EndLeftAccounts()), just)).process();
        assertThat(seen).containsOnly(just);
    }

    @Test
    void asksAnewWhereThatWasAnotherRun() {
        step(Silence.around(new EndLeftAccounts())).process();
        assertThat(seen).containsOnly(SeenMissing.NOBODY);
    }

    private EndLeftAccounts step(EndLeftAccounts step) {
        step.accounts = new LeftAccounts() {
            @Override
            public List<String> gone() {
                return List.of("gone", "poison", "left");
            }

            @Override
            public int end(String user, SeenMissing missing) {
                seen.add(missing);
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
