package org.carme.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.jobs.IdleStops;
import org.carme.jobs.JobId;
import org.carme.jobs.JobNotFoundException;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;
import org.carme.usage.TestUsageJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a job of two nodes that may be idle for an hour and then has 15 minutes, on a real database. */
class IdleJobsIT {
    private static final JobSummary JOB = TestUsageJobs.job();
    private static final int HOUR = 3600;

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final List<String> told = new ArrayList<>();
    private final IdlePolicy policy = new IdlePolicy();
    private final IdleJobs idle = new IdleJobs();

    @BeforeEach
    void run() {
        run(own -> {
            TestUsageJobs.insert(own, JOB.id().value(), JOB.owner(), Optional.empty());
            return null;
        });
        policy.after = 60;
        policy.grace = 15;
        policy.projects = Optional.empty();
        idle.policy = policy;
        idle.records = new InTransactions();
        idle.stops = new Remembered();
        idle.jobService = new AlicesJobs();
        idle.clock = clock;
        clock.forward(Duration.ofSeconds(30));
        heard(0, 0);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsTheOwnerOnceAndStopsTheJobAfterTheGracePeriod() {
        assertThat(after(HOUR - 60, HOUR - 60)).isEmpty();
        Instant end = clock.instant().plusSeconds(60 + 15 * 60);
        assertThat(after(60, HOUR)).contains(end);
        assertThat(after(30, HOUR + 30)).contains(end);
        assertThat(idle.of(List.of(JOB.id())))
                .containsEntry(JOB.id(), new Idleness(TestUsageJobs.START.plusSeconds(30), end));

        stayIdle(15 * 60 - 60);
        assertThat(told).containsExactly("warn PT15M");
        after(30, HOUR + 15 * 60);
        assertThat(told).containsExactly("warn PT15M", "stop PT44M30S", "cancel");
    }

    @Test
    void keepsAJobThatIsUsedAgainAndWarnsAnew() {
        after(HOUR, HOUR);
        assertThat(after(60, 5)).isEmpty();
        assertThat(told).containsExactly("warn PT15M", "changed");

        stayIdle(HOUR);
        assertThat(told).containsExactly("warn PT15M", "changed", "warn PT15M");
    }

    @Test
    void keepsAJobWhoseOwnerSaysThatHeStillWorks() {
        after(HOUR, HOUR);
        assertThatThrownBy(() -> idle.keep("bob", JOB.id())).isInstanceOf(JobNotFoundException.class);
        idle.keep("alice", JOB.id());
        assertThat(idle.of(List.of(JOB.id()))).isEmpty();

        after(20 * 60, HOUR + 20 * 60);
        assertThat(told).containsExactly("warn PT15M", "changed");
    }

    @Test
    void keepsAJobThatIsUsedOnAnotherNodeThanTheFirst() {
        clock.forward(Duration.ofSeconds(HOUR - 10));
        heard(1, 0);
        after(60, HOUR + 50);
        assertThat(told).isEmpty();
    }

    @Test
    void givesTheGracePeriodAnewWhenNobodyCouldBeHeard() {
        after(HOUR, HOUR);
        clock.forward(Duration.ofHours(5));
        assertThat(heard(0, 6 * HOUR)).contains(clock.instant().plusSeconds(15 * 60));
        assertThat(told).containsExactly("warn PT15M");
    }

    @Test
    void doesNotTakeTheWayOfAReportForUse() {
        after(HOUR, HOUR);
        assertThat(after(30, HOUR + 25)).isPresent();
        assertThat(told).containsExactly("warn PT15M");
    }

    @Test
    void stopsNothingWhereThePolicyIsOffOrTheAgentSaysNothing() {
        clock.forward(Duration.ofDays(1));
        assertThat(idle.heard(JOB, 0, OptionalLong.empty())).isEmpty();
        policy.after = 0;
        assertThat(heard(0, 24 * HOUR)).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void believesNoIdlenessFromBeforeTheJob() {
        assertThat(after(30, 100 * HOUR)).isEmpty();
    }

    private void stayIdle(int seconds) {
        for (int step = 0; step < seconds; step += 30) {
            after(30, 100 * HOUR - 1);
        }
    }

    private Optional<Instant> after(int seconds, long idleSeconds) {
        clock.forward(Duration.ofSeconds(seconds));
        return heard(0, idleSeconds);
    }

    private Optional<Instant> heard(int node, long idleSeconds) {
        return idle.heard(JOB, node, OptionalLong.of(idleSeconds));
    }

    private <T> T run(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }

    /** Each method in a transaction of its own, as the container would give it. */
    private final class InTransactions extends IdleRecords {
        private <T> T in(Function<IdleRecords, T> action) {
            return run(own -> {
                IdleRecords records = new IdleRecords();
                records.jobs = new IdleRepository(own);
                records.stops = idle.stops;
                records.clock = IdleJobsIT.this.clock;
                return action.apply(records);
            });
        }

        @Override
        Optional<IdleJob> find(JobId id) {
            return in(records -> records.find(id));
        }

        @Override
        Heard hear(JobSummary about, boolean head, Instant used, IdleRule rule) {
            return in(records -> records.hear(about, head, used, rule));
        }

        @Override
        void keep(JobSummary about) {
            in(records -> {
                records.keep(about);
                return null;
            });
        }

        @Override
        Map<JobId, Idleness> of(Collection<JobId> ids) {
            return in(records -> records.of(ids));
        }
    }

    private final class Remembered extends IdleStops {
        @Override
        public void warn(JobSummary about, Duration grace) {
            told.add("warn " + grace);
        }

        @Override
        public void changed(JobSummary about) {
            told.add("changed");
        }

        @Override
        public void request(JobSummary about, Duration left) {
            told.add("stop " + left);
        }

        @Override
        public void cancelNow(JobId id) {
            told.add("cancel");
        }
    }

    private static final class AlicesJobs extends JobService {
        @Override
        public JobSummary get(String user, JobId id) {
            if (!JOB.owner().equals(user)) {
                throw new JobNotFoundException(id);
            }
            return JOB;
        }
    }
}
