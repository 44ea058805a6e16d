package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.InvalidRequestException;
import org.carme.database.AfterCommit;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.images.TestImages;
import org.carme.maintenance.TestMaintenance;
import org.carme.messages.Kind;
import org.carme.outside.TestOutside;
import org.carme.projects.Classification;
import org.carme.projects.TestProjects;
import org.carme.quotas.QuotaExceededException;
import org.carme.quotas.TestQuotas;
import org.carme.storage.TestStorage;
import org.carme.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starts on a real database: limits hold, nothing is doubled. */
class JobStartsIT {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void neverExceedsTheLimitHoweverManyStartAtTheSameTime() throws InterruptedException {
        List<Callable<JobSummary>> starts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            starts.add(() -> start(Optional.empty()));
        }
        int accepted = 0;
        var pool = Executors.newFixedThreadPool(6);
        for (Future<JobSummary> start : pool.invokeAll(starts)) {
            try {
                start.get();
                accepted++;
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(QuotaExceededException.class);
            }
        }
        pool.shutdown();

        assertThat(accepted).isEqualTo(3);
    }

    @Test
    void saysAheadWhatItWouldRefuseAndStoresNothing() {
        JobSpec spec = StartRules.check(TestJobs.request(), TestJobs.template(3));
        for (int i = 0; i < 3; i++) {
            require(spec);
            start(Optional.empty());
        }

        assertThatThrownBy(() -> require(spec)).isInstanceOf(QuotaExceededException.class);
        assertThat(entries()).as("starts written down").hasSize(3);
    }

    private void require(JobSpec spec) {
        try (EntityManager entityManager = database.open()) {
            TestDatabase.inTransaction(entityManager, () -> {
                starts(entityManager).require(TestJobs.person("alice", Role.USER), TestJobs.usable(3), spec);
                return null;
            });
        }
    }

    @Test
    void makesOneJobOfARepeatedRequest() {
        JobSummary first = start(Optional.of("k1"));
        JobSummary second = start(Optional.of("k1"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(entries())
                .as("starts written down")
                .extracting(entry -> entry.action() + " " + entry.object().id())
                .containsExactly("job-started " + first.id().value());
    }

    @Test
    void recordsTheVersionThatItGetsAndKnowsTheSameRequestAgain() {
        JobSpec asked = StartRules.check(TestJobs.in("base"), TestJobs.template(3));
        JobSpec other = StartRules.check(TestJobs.in("base:2"), TestJobs.template(3));

        JobSummary first = start(Optional.of("k1"), asked);

        assertThat(first.imageVersion()).isEqualTo("1");
        assertThat(start(Optional.of("k1"), asked).id()).isEqualTo(first.id());
        assertThatThrownBy(() -> start(Optional.of("k1"), other)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        start(Optional.of("k1"));

        assertThatThrownBy(
                        () -> start(Optional.of("k1"), StartRules.check(TestJobs.named("other"), TestJobs.template(3))))
                .isInstanceOf(InvalidRequestException.class);
    }

    private List<AuditEntry> entries() {
        try (EntityManager entityManager = database.open()) {
            return TestAudit.on(entityManager, Clock.systemUTC())
                    .own("alice", AuditQuery.ALL, 50, Optional.empty())
                    .entries();
        }
    }

    private JobSummary start(Optional<String> key) {
        return start(key, StartRules.check(TestJobs.request(), TestJobs.template(3)));
    }

    private JobSummary start(Optional<String> key, JobSpec spec) {
        return Retry.onConflict(() -> {
            try (EntityManager entityManager = database.open()) {
                JobStarts starts = starts(entityManager);
                return TestDatabase.inTransaction(
                        entityManager,
                        () -> starts.store(
                                new PreparedStart(
                                        TestJobs.ALICE, TestJobs.person("alice", Role.USER), TestJobs.usable(3), spec),
                                key,
                                job -> {}));
            }
        });
    }

    private static JobStarts starts(EntityManager entityManager) {
        return starts(entityManager, Clock.fixed(TestJobs.NOW, ZoneOffset.UTC));
    }

    static JobStarts starts(EntityManager entityManager, Clock clock) {
        JobStarts starts = new JobStarts();
        starts.jobs = new JobRepository(entityManager);
        starts.allowance = new JobAllowance();
        starts.allowance.maintenance = TestMaintenance.check(entityManager, clock);
        starts.allowance.projects = TestProjects.starts(entityManager, clock);
        starts.allowance.images = TestImages.whatever();
        starts.allowance.storage = TestStorage.storage(Classification.DEFAULT);
        starts.allowance.quotas =
                TestQuotas.check(entityManager, usage(entityManager), TestOutside.usage(entityManager), clock);
        starts.news = new QuietNews();
        starts.signal = new SubmissionSignal();
        starts.signal.afterCommit = new Never();
        starts.clock = clock;
        starts.audit = TestAudit.on(entityManager, clock);
        return starts;
    }

    private static JobUsage usage(EntityManager entityManager) {
        JobUsage usage = new JobUsage();
        usage.sums = new JobUsageRepository(entityManager);
        return usage;
    }

    private static final class QuietNews extends JobNews {
        @Override
        void changed(List<Job> jobs) {}

        @Override
        void tell(Job job, Kind kind, String key) {}

        @Override
        void tell(Job job, Kind kind, String key, String detail) {}
    }

    private static final class Never extends AfterCommit {
        @Override
        public void run(Runnable action) {}
    }
}
