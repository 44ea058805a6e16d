package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.carme.cluster.ClusterUser;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.projects.TestProjects;
import org.carme.quotas.MemberHours;
import org.carme.quotas.QuotaExceededException;
import org.carme.quotas.QuotaPeriod;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaSubject;
import org.carme.quotas.QuotaSubject.Kind;
import org.carme.quotas.TestQuotas;
import org.carme.templates.Charge;
import org.carme.templates.TemplateNotPermittedException;
import org.carme.templates.UsableTemplate;
import org.carme.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits on a real database: what is summed, and that nobody gets past. */
class QuotaStartsIT {
    private static final ClusterUser BOB = new ClusterUser("bob", 7002);

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsNodesAndAcceleratorsOfActiveJobs() {
        limit(Kind.EVERY_USER, "", QuotaResource.ACCELERATORS, Optional.of("a100"), 3);
        limit(Kind.EVERY_USER, "", QuotaResource.NODES, Optional.empty(), 3);

        start(TestJobs.ALICE, 2, 1);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 2, 1)).isInstanceOf(QuotaExceededException.class);
        start(TestJobs.ALICE, 1, 1);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1)).isInstanceOf(QuotaExceededException.class);
        start(BOB, 1, 3);
    }

    @Test
    void sharesTheLimitOfAGroupHoweverManyStartAtTheSameTime() throws InterruptedException {
        limit(Kind.GROUP, "carme-users", QuotaResource.ACCELERATORS, Optional.empty(), 5);
        List<Callable<JobSummary>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            ClusterUser user = new ClusterUser("user" + i % 8, 8000 + i % 8);
            starts.add(() -> start(user, 1, 1));
        }
        int accepted = 0;
        var pool = Executors.newFixedThreadPool(8);
        for (Future<JobSummary> start : pool.invokeAll(starts)) {
            try {
                start.get();
                accepted++;
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(QuotaExceededException.class);
            }
        }
        pool.shutdown();

        assertThat(accepted).isEqualTo(5);
    }

    @Test
    void reservesTheWholeTimeLimitAndSettlesByTheRealUse() {
        hours(20, false);

        JobSummary first = start(TestJobs.ALICE, 1, 4);
        start(TestJobs.ALICE, 1, 4);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 4))
                .as("2 x 4 accelerators for 2 hours are reserved: 16 of 20")
                .isInstanceOf(QuotaExceededException.class);
        clock.forward(Duration.ofMinutes(15));
        end(first, Duration.ofMinutes(15));

        start(TestJobs.ALICE, 1, 4);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 4))
                .as("1 used and 16 reserved")
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void countsNothingForAJobThatNeverRan() {
        hours(8, false);

        JobSummary first = start(TestJobs.ALICE, 1, 4);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1)).isInstanceOf(QuotaExceededException.class);
        cancelUnsent(first);

        start(TestJobs.ALICE, 1, 4);
    }

    @Test
    void dividesAJobAtTheBorderOfTwoPeriods() {
        moveTo("2026-03-31T21:00:00Z");
        hours(8, false);

        start(TestJobs.ALICE, 1, 4);
        start(TestJobs.ALICE, 1, 4);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1))
                .as("two jobs have 4 hours of March and 4 of April each")
                .isInstanceOf(QuotaExceededException.class);
        moveTo("2026-04-01T00:00:00Z");
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1))
                .as("they may still start, and then use April alone")
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void addsWhatWasLeftOfThePeriodBefore() {
        hours(5, true);

        start(TestJobs.ALICE, 1, 4);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 2))
                .as("8 of 5 + 5")
                .isInstanceOf(QuotaExceededException.class);
        start(TestJobs.ALICE, 1, 1);
    }

    @Test
    void countsTheHourThatTheClocksRepeat() {
        moveTo("2026-10-24T23:00:00Z");
        add(weekly(23, false));

        assertThatThrownBy(() -> start(aJobOf(Duration.ofHours(30))))
                .as("from 01:00 to midnight are 24 hours on this Sunday")
                .isInstanceOf(QuotaExceededException.class);
        start(aJobOf(Duration.ofHours(23)));
    }

    @Test
    void dividesAJobAcrossTheEndOfSummerTimeAndOfTheWeek() {
        moveTo("2026-10-24T23:00:00Z");
        add(weekly(24, true));
        JobSummary job = start(aJobOf(Duration.ofHours(30)));
        moveTo("2026-10-26T05:00:00Z");
        end(job, Duration.ofHours(30));

        start(TestJobs.ALICE, 2, 4);
        start(TestJobs.ALICE, 1, 1);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1))
                .as("24 were used before Monday and nothing is left of them; 6 and 18 are Monday's")
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void carriesOverTheLastHourBeforeMidnightOfSummerTime() {
        moveTo("2026-03-29T21:00:00Z");
        add(weekly(5, true));
        JobSummary job = start(TestJobs.ALICE, 1, 4);
        moveTo("2026-03-29T23:00:00Z");
        end(job, Duration.ofHours(2));

        start(TestJobs.ALICE, 1, 1);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1))
                .as("4 of 5 were used before midnight, 22:00 UTC: one more is left, and 4 + 2 of 5 + 1 are used")
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void countsTheHoursOfAMonthInWhichTheClocksGoForward() {
        moveTo("2026-03-31T20:00:00Z");
        hours(8, false);

        start(TestJobs.ALICE, 1, 4);
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1))
                .as("two hours before midnight in Berlin: all is March's")
                .isInstanceOf(QuotaExceededException.class);
        moveTo("2026-03-31T22:00:00Z");
        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1))
                .as("it may still start, and then use April alone")
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void refusesAStartByAProjectThatHasRemovedTheUserMeanwhile() {
        TestProjects projects = new TestProjects(database, clock);
        String project = projects.active("alice", "GPU", "bob");
        JobSummary first = start(BOB, 1, 1, Charge.project(project));
        assertThat(first.project()).contains(project);

        projects.remove("alice", project, "bob");
        assertThatThrownBy(() -> start(BOB, 1, 1, Charge.project(project)))
                .isInstanceOf(TemplateNotPermittedException.class);
        assertThat(job(first).state()).as("what runs goes on").isNotEqualTo(JobState.ENDED);
    }

    @Test
    void namesTheProjectWhoseLimitIsReached() {
        String project = new TestProjects(database, clock).active("alice", "GPU", "bob");
        limit(Kind.PROJECT, project, QuotaResource.JOBS, Optional.empty(), 1);
        start(TestJobs.ALICE, 1, 1);
        start(TestJobs.ALICE, 1, 1, Charge.project(project));

        assertThatThrownBy(() -> start(BOB, 1, 1, Charge.project(project)))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("PINNs");
        start(BOB, 1, 1);
    }

    @Test
    void tellsWhatEachMemberOfAProjectUsesAndHasLeft() {
        String project = new TestProjects(database, clock).active("alice", "GPU", "bob");
        QuotaSubject each = new QuotaSubject(Kind.EACH_PROJECT_MEMBER, project);
        add(hours(each, Optional.of("a100"), QuotaPeriod.MONTH, 20, false));
        add(hours(each, Optional.empty(), QuotaPeriod.MONTH, 6, true));
        add(hours(each, Optional.empty(), QuotaPeriod.QUARTER, 1000, false));
        JobSummary ended = start(TestJobs.ALICE, 1, 4, Charge.project(project));
        clock.forward(Duration.ofMinutes(15));
        end(ended, Duration.ofMinutes(15));
        start(TestJobs.ALICE, 1, 1);
        start(TestJobs.ALICE, 1, 4, Charge.project(project));

        assertThat(hoursOf(project))
                .containsExactly(
                        new MemberHours("alice", "a100", 1, 0, 8, Optional.of(3.0)),
                        new MemberHours("bob", "a100", 0, 0, 0, Optional.of(12.0)));
    }

    private List<MemberHours> hoursOf(String project) {
        try (EntityManager own = database.open()) {
            return TestQuotas.hours(own, new MemberUsageRepository(own)::hours, clock, project);
        }
    }

    @Test
    void stopsNothingWhenALimitIsLowered() {
        JobSummary running = start(TestJobs.ALICE, 1, 2);
        limit(Kind.USER, "alice", QuotaResource.JOBS, Optional.empty(), 0);

        assertThatThrownBy(() -> start(TestJobs.ALICE, 1, 1)).isInstanceOf(QuotaExceededException.class);
        assertThat(job(running).state()).isNotEqualTo(JobState.ENDED);
    }

    private void moveTo(String time) {
        clock.forward(Duration.between(clock.instant(), Instant.parse(time)));
    }

    private void limit(Kind kind, String name, QuotaResource resource, Optional<String> type, long limit) {
        add(new QuotaRule(new QuotaSubject(kind, name), resource, type, Optional.empty(), limit, false));
    }

    private void hours(long limit, boolean carryOver) {
        add(hours(new QuotaSubject(Kind.EVERY_USER, ""), Optional.empty(), QuotaPeriod.MONTH, limit, carryOver));
    }

    private static QuotaRule weekly(long limit, boolean carryOver) {
        QuotaSubject everybody = new QuotaSubject(Kind.EVERY_USER, "");
        return hours(everybody, Optional.empty(), QuotaPeriod.WEEK, limit, carryOver);
    }

    private static QuotaRule hours(
            QuotaSubject subject, Optional<String> type, QuotaPeriod period, long limit, boolean carryOver) {
        return new QuotaRule(subject, QuotaResource.ACCELERATOR_HOURS, type, Optional.of(period), limit, carryOver);
    }

    private void add(QuotaRule rule) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                TestQuotas.add(own, rule);
                return null;
            });
        }
    }

    private JobSummary start(ClusterUser owner, int nodes, int perNode) {
        return start(owner, nodes, perNode, Charge.group("carme-users"));
    }

    private JobSummary start(ClusterUser owner, int nodes, int perNode, Charge charge) {
        return start(owner, StartRules.check(TestJobs.wanting(perNode, nodes), TestJobs.template(100)), charge);
    }

    private JobSummary start(JobSpec spec) {
        return start(TestJobs.ALICE, spec, Charge.group("carme-users"));
    }

    /** One accelerator for longer than any template of these tests allows. */
    private static JobSpec aJobOf(Duration limit) {
        return new JobSpec(TestJobs.request(), false, "long", limit);
    }

    private JobSummary start(ClusterUser owner, JobSpec spec, Charge charge) {
        return Retry.onConflict(() -> {
            try (EntityManager own = database.open()) {
                JobStarts starts = JobStartsIT.starts(own, clock);
                return TestDatabase.inTransaction(
                        own,
                        () -> starts.store(
                                new PreparedStart(
                                        owner,
                                        TestJobs.person(owner.name(), Role.USER),
                                        new UsableTemplate(TestJobs.template(100), charge),
                                        spec),
                                Optional.empty(),
                                job -> {}));
            }
        });
    }

    private void end(JobSummary job, Duration ran) {
        change(job, row -> {
            row.sending(clock.instant());
            row.registered("42");
            row.observe(TestJobs.ran(row, clock.instant().minus(ran), clock.instant()), clock.instant());
        });
    }

    private void cancelUnsent(JobSummary job) {
        change(job, row -> row.requestCancel(clock.instant()));
    }

    private void change(JobSummary job, Consumer<Job> change) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                change.accept(new JobRepository(own).find(job.id()).orElseThrow());
                return null;
            });
        }
    }

    private JobSummary job(JobSummary job) {
        try (EntityManager own = database.open()) {
            return new JobRepository(own).find(job.id()).orElseThrow().summary();
        }
    }
}
