package org.carme.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the site's chat is told of a maintenance. */
class MaintenanceStoreIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsOnceThatItHasBegunAndThatItIsOver() {
        Instant begin = clock.instant().plus(Duration.ofHours(1));
        assertThat(toldSite()).as("there is none").isEmpty();
        long version = set(begin, Optional.of(begin.plus(Duration.ofHours(2))));
        assertThat(toldSite()).as("not yet").isEmpty();

        clock.forward(Duration.ofHours(1));
        assertThat(toldSite()).containsExactly("maintenance-on New switches");
        assertThat(toldSite()).isEmpty();
        assertThat(version()).as("nobody has changed the plan").isEqualTo(version);
        clock.forward(Duration.ofSeconds(-5));
        assertThat(toldSite()).as("by a portal whose clock is late").isEmpty();
        clock.forward(Duration.ofSeconds(5));

        clock.forward(Duration.ofHours(2));
        assertThat(toldSite()).containsExactly("maintenance-over ");
        clock.forward(Duration.ofSeconds(-5));
        assertThat(toldSite()).as("by a portal whose clock is late").isEmpty();
        clock.forward(Duration.ofSeconds(5));
        assertThat(toldSite()).isEmpty();
    }

    private long set(Instant begin, Optional<Instant> end) {
        try (EntityManager own = database.open()) {
            MaintenancePlan plan = TestMaintenance.plan(begin, end);
            return TestDatabase.inTransaction(
                    own,
                    () -> TestMaintenance.set(own, new NoJobs(), clock, plan).version());
        }
    }

    private long version() {
        try (EntityManager own = database.open()) {
            return new MaintenanceRepository(own).read().version();
        }
    }

    private List<String> toldSite() {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> TestMaintenance.toldSite(own, clock));
        }
    }

    private static final class NoJobs implements ActiveJobs {
        @Override
        public long reaching(Instant then) {
            return 0;
        }

        @Override
        public void holdStarts() {
            // nobody starts
        }
    }
}
