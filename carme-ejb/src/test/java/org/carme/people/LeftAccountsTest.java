package org.carme.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carme.common.SettableClock;
import org.carme.jobs.LeftJobs;
import org.carme.users.DirectoryService;
import org.junit.jupiter.api.Test;

class LeftAccountsTest {
    private final List<String> done = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final LeftAccounts accounts = new LeftAccounts();
    private final Instant missingSince = clock.instant();
    private final SeenMissing seen = new SeenMissing(Set.of("bob"), clock.instant());
    private boolean isBack;
    private int questions;

    LeftAccountsTest() {
        accounts.clock = clock;
        accounts.directory = new DirectoryService() {
            @Override
            public boolean exists(String name) {
                questions++;
                return isBack;
            }
        };
        accounts.hours = 20;
        accounts.store = new LeftStore() {
            @Override
            List<String> missingSince(Instant limit, int most) {
                return missingSince.isAfter(limit) ? List.of() : List.of("bob");
            }
        };
        accounts.people = new PeopleStore() {
            @Override
            int revokeTokens(String admin, String user) {
                done.add(admin + " revokes tokens of " + user);
                return 2;
            }
        };
        accounts.jobs = new LeftJobs() {
            @Override
            public int stopAll(String actor, String user, String reason) {
                done.add(actor + " stops jobs of " + user);
                return 3;
            }
        };
    }

    @Test
    void areGoneWhenTheyHaveBeenMissingForSomeHours() {
        clock.forward(Duration.ofHours(19));
        assertThat(accounts.gone()).as("back by tomorrow, perhaps").isEmpty();
        clock.forward(Duration.ofHours(1));

        assertThat(accounts.gone()).containsExactly("bob");
    }

    @Test
    void areNeverGoneWhereThatIsSwitchedOff() {
        accounts.hours = 0;
        clock.forward(Duration.ofDays(9_999));

        assertThat(accounts.gone()).isEmpty();
    }

    @Test
    void loseTokensAndJobs() {
        assertThat(accounts.end("bob", SeenMissing.NOBODY)).isEqualTo(5);

        assertThat(done).containsExactly("carme revokes tokens of bob", "carme stops jobs of bob");
    }

    @Test
    void keepEverythingOnceTheyAreBack() {
        isBack = true;

        assertThat(accounts.end("bob", SeenMissing.NOBODY)).isZero();
        assertThat(done).isEmpty();
    }

    @Test
    void areNotAskedForAgainWhereTheyWereJustMissed() {
        assertThat(accounts.end("bob", seen)).isEqualTo(5);

        assertThat(questions).isZero();
    }

    @Test
    void areAskedForAnewWhenThatWasLongAgoOrAboutOthers() {
        isBack = true;
        assertThat(accounts.end("carol", seen)).isZero();
        clock.forward(Duration.ofMinutes(10));

        assertThat(accounts.end("bob", seen)).isZero();
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void stopTheStartIfTheyAreConfiguredWrongly() {
        accounts.hours = 8761;

        assertThatIllegalStateException()
                .isThrownBy(accounts::validate)
                .withMessageContaining("carme.people.stop-hours");
    }
}
