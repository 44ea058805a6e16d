package org.carme.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.leases.Lease;
import org.carme.leases.TestLeases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who starts what, on a real database. */
class FiresIT {
    private static final String JOB = "clean-up";

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private Schedule usual = ScheduleTest.schedule("20 3 * * *", ZoneOffset.UTC, "");
    private Lease lease;

    @BeforeEach
    void plan() {
        lease = take("one").orElseThrow();
        assertThat(due()).as("nothing is planned yet").containsExactly(JOB);
        assertThat(fire(lease)).isEmpty();
        assertThat(due()).isEmpty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void startsOnceWhatIsDue() {
        clock.forward(untilDue());

        assertThat(due()).containsExactly(JOB);
        assertThat(fire(lease)).isPresent();
        assertThat(fire(lease)).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void startsAgainWhatCouldNotBegin() {
        clock.forward(untilDue());
        assertThat(fire(lease)).isPresent();

        assertThat(again(lease)).isTrue();

        assertThat(due()).isEmpty();
        clock.forward(Duration.ofMinutes(1));
        assertThat(due()).containsExactly(JOB);
        assertThat(fire(lease)).isPresent();
        assertThat(due()).isEmpty();
    }

    @Test
    void startsNothingForAHolderWhoHasSleptWhileAnotherTookOver() {
        clock.forward(untilDue());
        assertThat(take("two")).as("while the lease lasts").isEmpty();
        expire();
        Lease next = take("two").orElseThrow();

        assertThat(fire(lease)).isEmpty();
        assertThat(take("one")).isEmpty();
        assertThat(fire(next)).isPresent();
        assertThat(fire(lease)).isEmpty();
        assertThat(next.fence()).isEqualTo(lease.fence() + 1);
    }

    @Test
    void letsTheNextOneHaveWhatIsGivenBack() {
        inTransaction(own -> {
            TestLeases.on(own).giveBack(lease);
            return true;
        });

        assertThat(take("two")).isPresent();
        assertThat(fire(lease)).isEmpty();
    }

    @Test
    void runsOnceWhatWasMissedSeveralTimes() {
        clock.forward(untilDue().plus(Duration.ofDays(3)).plusHours(5));

        assertThat(fire(lease)).isPresent();
        assertThat(fire(lease)).isEmpty();
    }

    @Test
    void skipsWhatWasMissedIfItShould() {
        usual = new Schedule(
                usual.cron(), usual.zone(), usual.jitter(), true, CatchUp.SKIP, List.of(), new TreeMap<>());
        clock.forward(untilDue().plusHours(5));

        assertThat(fire(lease)).isEmpty();
        assertThat(due()).isEmpty();
        clock.forward(untilDue());
        assertThat(fire(lease)).isPresent();
    }

    @Test
    void catchesUpAfterTheBlackoutOnly() {
        usual = ScheduleTest.schedule("20 3 * * *", ZoneOffset.UTC, "08:00-18:00");
        assertThat(fire(lease)).isEmpty();
        clock.forward(Duration.between(
                clock.instant(), usual.after(clock.instant()).orElseThrow().plus(Duration.ofHours(7))));

        assertThat(fire(lease)).as("10:20").isEmpty();
        clock.forward(Duration.ofHours(7));
        assertThat(fire(lease)).as("17:20").isEmpty();
        clock.forward(Duration.ofHours(1));
        assertThat(fire(lease)).as("18:20").isPresent();
    }

    @Test
    void plansAnewWhatAnAdministratorHasChanged() {
        clock.forward(untilDue().minusMinutes(1));
        usual = ScheduleTest.schedule("20 9 * * *", ZoneOffset.UTC, "");
        clock.forward(Duration.ofMinutes(2));

        assertThat(due()).containsExactly(JOB);
        assertThat(fire(lease)).as("its old time").isEmpty();
        clock.forward(untilDue());
        assertThat(fire(lease)).isPresent();
    }

    private Duration untilDue() {
        Instant now = clock.instant();
        return Duration.between(now, usual.after(now).orElseThrow());
    }

    private Optional<Lease> take(String holder) {
        return inTransaction(own -> TestLeases.on(own).take("batch-schedules", holder));
    }

    private void expire() {
        inTransaction(
                own -> own.createNativeQuery("UPDATE leases SET expires_at = 0").executeUpdate());
    }

    private List<String> due() {
        return inTransaction(own -> fires(own).due());
    }

    private Optional<Map<String, String>> fire(Lease with) {
        return inTransaction(own -> fires(own).fire(with, JOB));
    }

    private boolean again(Lease with) {
        return inTransaction(own -> fires(own).again(with, JOB));
    }

    private Fires fires(EntityManager own) {
        Fires fires = new Fires();
        fires.leases = TestLeases.on(own);
        fires.catalogue = new JobCatalogue();
        fires.catalogue.fill(List.of(new ScheduledJob(JOB, Optional.of(usual), new TreeMap<>())));
        fires.rows = new ScheduleRepository(own);
        fires.clock = clock;
        return fires;
    }

    private <T> T inTransaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }
}
