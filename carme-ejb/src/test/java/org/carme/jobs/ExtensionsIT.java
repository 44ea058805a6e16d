package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerJob;
import org.carme.common.InvalidRequestException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.messages.Kind;
import org.carme.quotas.QuotaExceededException;
import org.carme.quotas.QuotaPeriod;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaSubject;
import org.carme.quotas.TestQuotas;
import org.carme.templates.Charge;
import org.carme.templates.StartOptionsService;
import org.carme.templates.TemplateNotPermittedException;
import org.carme.templates.UsableTemplate;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.carme.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More time for a running job, on a real database: what is kept, and in which order. */
class ExtensionsIT {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final List<String> told = new ArrayList<>();
    private final List<String> messagesToAlice = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final FakeScheduler scheduler = new FakeScheduler(clock) {
        @Override
        public synchronized Optional<SchedulerJob> find(String schedulerId) {
            super.find(schedulerId);
            return Optional.of(TestJobs.sent(schedulerId, "alice", tag));
        }

        @Override
        public synchronized void limitTime(String schedulerId, Duration limit) {
            super.limitTime(schedulerId, limit);
            told.add(schedulerId + " " + limit.toMinutes());
        }
    };
    private Charge charge = Charge.group("carme-users");
    private int times = 2;
    private JobSummary job;
    private String tag;

    @BeforeEach
    void run() {
        job = in(own -> JobStartsIT.starts(own, clock)
                .store(
                        new PreparedStart(
                                TestJobs.ALICE,
                                TestJobs.person("alice", Role.USER),
                                TestJobs.usable(4),
                                StartRules.check(TestJobs.request(), TestJobs.template(4))),
                        Optional.of("key"),
                        job -> {}));
        tag = job.tag();
        in(own -> {
            Job row = new JobRepository(own).find(job.id()).orElseThrow();
            row.sending(clock.instant());
            row.registered("42");
            row.observe(TestJobs.running(row, clock.instant()), clock.instant());
            return row;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTheLimitTellsTheSchedulerAndWritesItDown() {
        assertThat(extend(HOUR).timeLimit()).isEqualTo(Duration.ofHours(3));

        assertThat(told).containsExactly("42 180");
        assertThat(audited()).contains("job-extended +60 min, 180 min");
        assertThat(repeat()).as("nothing is open").isZero();
    }

    @Test
    void goesNeverBeyondPolicyAndTemplate() {
        assertThatThrownBy(() -> extend(Duration.ofHours(3))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> extend(Duration.ZERO)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> extend(HOUR.negated())).isInstanceOf(InvalidRequestException.class);
        times = 9;
        for (int i = 0; i < 3; i++) {
            extend(Duration.ofHours(2));
        }
        assertThatThrownBy(() -> extend(HOUR))
                .as("the template allows 8 hours")
                .isInstanceOf(ExtensionException.class)
                .hasMessageContaining("conflict.extension-limit");
        times = 3;
        assertThatThrownBy(() -> extend(HOUR)).hasMessageContaining("conflict.extension-times");
        times = 0;
        assertThatThrownBy(() -> extend(HOUR)).hasMessageContaining("not-permitted.extension");
    }

    @Test
    void reservesTheAddedHours() {
        QuotaSubject everybody = new QuotaSubject(QuotaSubject.Kind.EVERY_USER, "");
        in(own -> {
            TestQuotas.add(
                    own,
                    new QuotaRule(
                            everybody,
                            QuotaResource.ACCELERATOR_HOURS,
                            Optional.empty(),
                            Optional.of(QuotaPeriod.MONTH),
                            3,
                            false));
            return null;
        });

        extend(HOUR);
        assertThatThrownBy(() -> extend(HOUR))
                .as("3 of 3 hours are reserved")
                .isInstanceOf(QuotaExceededException.class);
        assertThat(told).containsExactly("42 180");
        assertThat(present().timeLimit()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void tellsTheSchedulerAgainWhenNobodyKnowsWhetherItHasIt() {
        scheduler.fail(SchedulerException.Kind.UNREACHABLE);
        extend(HOUR);
        assertThat(present().timeLimit()).as("kept and reserved").isEqualTo(Duration.ofHours(3));
        assertThatThrownBy(() -> extend(HOUR)).hasMessageContaining("conflict.extension");

        scheduler.heal();
        assertThat(repeat()).as("the attempt may still be on its way").isZero();
        assertThat(areUncertain()).isFalse();
        clock.forward(Duration.ofSeconds(31));
        assertThat(areUncertain()).isTrue();
        assertThat(repeat()).isEqualTo(1);
        assertThat(areUncertain()).isFalse();
        assertThat(told).containsExactly("42 180");
        clock.forward(Duration.ofSeconds(31));
        assertThat(repeat()).isZero();
        assertThat(extend(HOUR).timeLimit()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void takesOnlyThoseThatAreWantedAndLeavesTheOthersAsTheyAre() {
        scheduler.fail(SchedulerException.Kind.UNREACHABLE);
        extend(HOUR);
        clock.forward(Duration.ofSeconds(31));

        List<JobSummary> none = extensions(own -> own.claimUncertain(any -> false));
        assertThat(none).isEmpty();
        assertThat(areUncertain()).isTrue();
        List<JobSummary> claimed =
                extensions(own -> own.claimUncertain(found -> found.id().equals(job.id())));
        assertThat(claimed).hasSize(1);
        assertThat(areUncertain()).isFalse();
        boolean isSent = extensions(own -> own.repeat(claimed.get(0)));
        assertThat(isSent).as("the scheduler is away").isFalse();
    }

    @Test
    void isAsItWasWhenTheSchedulerRefuses() {
        scheduler.fail(SchedulerException.Kind.NOT_PERMITTED);
        assertThatThrownBy(() -> extend(HOUR)).hasMessageContaining("cluster-refused.extension");

        assertThat(present().timeLimit()).isEqualTo(Duration.ofHours(2));
        scheduler.heal();
        times = 1;
        assertThat(extend(HOUR).timeLimit()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void extendsNoJobOfOthersAndNoneThatIsChargedToOthers() {
        assertThatThrownBy(() -> extensions(own -> own.extend("bob", job, HOUR)))
                .isInstanceOf(JobNotFoundException.class);
        charge = Charge.group("another");
        assertThatThrownBy(() -> extend(HOUR)).isInstanceOf(TemplateNotPermittedException.class);
    }

    @Test
    void touchesNoJobThatHasGotTheIdMeanwhileAndSaysSo() {
        tag = "of another";
        assertThatThrownBy(() -> extend(HOUR)).hasMessageContaining("conflict.extension-forgotten");

        assertThat(told).isEmpty();
        assertThat(present().timeLimit()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void takesBackWhatWasToBeRepeatedForAJobThatTheSchedulerHasForgotten() {
        scheduler.fail(SchedulerException.Kind.UNREACHABLE);
        extend(HOUR);
        scheduler.heal();
        tag = "forgotten";
        clock.forward(Duration.ofSeconds(31));

        assertThat(repeat()).isEqualTo(1);
        assertThat(told).isEmpty();
        assertThat(present().timeLimit()).isEqualTo(Duration.ofHours(2));
        assertThat(areUncertain()).isFalse();
        assertThat(messagesToAlice).containsExactly("extension-forgotten");
        assertThat(refused).singleElement().asString().startsWith("conflict.extension-forgotten");
    }

    @Test
    void extendsNoJobThatIsStopped() {
        in(own -> {
            new JobRepository(own).find(job.id()).orElseThrow().requestCancel(clock.instant());
            return null;
        });

        assertThatThrownBy(() -> extend(HOUR)).hasMessageContaining("conflict.extension");
    }

    @Test
    void knowsTheStartAgainWhenItsRequestIsRepeated() {
        extend(HOUR);

        JobSummary repeated = in(own -> JobStartsIT.starts(own, clock)
                .store(
                        new PreparedStart(
                                TestJobs.ALICE,
                                TestJobs.person("alice", Role.USER),
                                TestJobs.usable(4),
                                StartRules.check(TestJobs.request(), TestJobs.template(4))),
                        Optional.of("key"),
                        job -> {}));
        assertThat(repeated.id()).isEqualTo(job.id());
    }

    private JobSummary extend(Duration by) {
        return extensions(own -> own.extend("alice", job, by));
    }

    private boolean areUncertain() {
        return in(own -> {
            Submissions submissions = new Submissions();
            submissions.jobs = new JobRepository(own);
            submissions.clock = clock;
            return submissions.areExtensionsUncertain();
        });
    }

    private int repeat() {
        return extensions(extensions -> {
            List<JobSummary> claimed = extensions.claimUncertain(any -> true);
            claimed.forEach(job -> repeat(extensions, job));
            return claimed.size();
        });
    }

    private void repeat(Extensions extensions, JobSummary job) {
        try {
            extensions.repeat(job);
        } catch (ExtensionException e) {
            refused.add(e.getMessage());
        }
    }

    private JobSummary present() {
        return in(own -> new JobRepository(own).find(job.id()).orElseThrow().summary());
    }

    private List<String> audited() {
        return in(own -> TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 9, Optional.empty()).entries().stream()
                .map(entry -> entry.action() + " " + entry.detail())
                .toList());
    }

    private <T> T extensions(Function<Extensions, T> action) {
        Extensions extensions = new Extensions();
        extensions.policy = new ExtensionPolicy();
        extensions.policy.times = times;
        extensions.policy.hours = 2;
        extensions.store = new StoreInTransactions();
        extensions.scheduler = scheduler;
        extensions.directory = new Everybody();
        extensions.templates = new OneTemplate();
        return action.apply(extensions);
    }

    private <T> T in(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }

    /** Each method in a transaction of its own, as the container would give it. */
    private final class StoreInTransactions extends ExtensionStore {
        @Override
        JobSummary extend(Person person, UsableTemplate usable, JobId id, Duration by, ExtensionPolicy policy) {
            return in(own -> store(own).extend(person, usable, id, by, policy));
        }

        @Override
        void done(JobId id) {
            in(own -> {
                store(own).done(id);
                return null;
            });
        }

        @Override
        void refused(JobId id, String message, String words) {
            in(own -> {
                store(own).refused(id, message, words);
                return null;
            });
        }

        @Override
        List<JobSummary> claimUncertain(Predicate<JobSummary> wanted) {
            return in(own -> store(own).claimUncertain(wanted));
        }

        private ExtensionStore store(EntityManager own) {
            JobStarts starts = JobStartsIT.starts(own, ExtensionsIT.this.clock);
            ExtensionStore store = new ExtensionStore();
            store.jobs = starts.jobs;
            store.allowance = starts.allowance;
            store.news = new Remembered();
            store.audit = starts.audit;
            store.clock = ExtensionsIT.this.clock;
            return store;
        }
    }

    private final class Remembered extends JobNews {
        @Override
        void changed(List<Job> changed) {}

        @Override
        void tell(Job about, Kind kind, String key, String detail) {
            messagesToAlice.add(key);
        }
    }

    private static final class Everybody extends DirectoryService {
        @Override
        public Person person(String name) {
            return TestJobs.person(name, Role.USER);
        }
    }

    private final class OneTemplate extends StartOptionsService {
        @Override
        public UsableTemplate usable(Person person, String name, Optional<String> project) {
            return new UsableTemplate(TestJobs.template(4), charge);
        }
    }
}
