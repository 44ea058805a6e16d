package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carme.cluster.ClusterUser;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.outside.OutsideRun;
import org.carme.outside.TestOutside;
import org.carme.projects.TestProjects;
import org.carme.quotas.QuotaExceededException;
import org.carme.quotas.QuotaPeriod;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaSubject;
import org.carme.quotas.QuotaSubject.Kind;
import org.carme.quotas.TestQuotas;
import org.carme.templates.Charge;
import org.carme.templates.UsableTemplate;
import org.carme.users.Role;

/**
 * Whatever happens in whatever order, with transactions killed before their commit: no limit is ever exceeded, and what
 * has ended holds nothing back.
 */
class QuotaPropertiesIT {
    private static final int OF_A_USER = 5;
    private static final int OF_THE_GROUP = 9;
    private static final int OF_THE_PROJECT = 4;
    private static final int OF_A_MEMBER = 3;
    private static final int HOURS = 11;
    private static final Duration STEP = Duration.ofMinutes(35);
    private static final Instant BORDER = Instant.parse("2026-03-31T22:00:00Z");
    private static final Charge GROUP = Charge.group("carme-users");

    private final Map<String, Integer> pastCarme = new HashMap<>();
    private SettableClock clock;
    private TestDatabase database;
    private String project;

    @Property(tries = 40)
    void neverExceedsALimitAndNeverLeaks(@ForAll @Size(min = 40, max = 120) List<@IntRange(max = 99) Integer> choices) {
        try (TestDatabase own = new TestDatabase()) {
            check(own, choices);
        }
    }

    /** @param choices 0 to 99, each a step */
    void check(TestDatabase empty, List<Integer> choices) {
        database = empty;
        clock = new SettableClock();
        clock.forward(Duration.between(clock.instant(), BORDER.minus(Duration.ofHours(10))));
        pastCarme.clear();
        limit(Kind.EVERY_USER, "", QuotaResource.ACCELERATORS, null, OF_A_USER);
        limit(Kind.GROUP, "carme-users", QuotaResource.ACCELERATORS, null, OF_THE_GROUP);
        project = new TestProjects(database, clock).active("user0", "GPU", "user1", "user2");
        limit(Kind.PROJECT, project, QuotaResource.ACCELERATORS, null, OF_THE_PROJECT);
        limit(Kind.EACH_PROJECT_MEMBER, project, QuotaResource.ACCELERATORS, null, OF_A_MEMBER);
        limit(Kind.EVERY_USER, "", QuotaResource.ACCELERATOR_HOURS, QuotaPeriod.MONTH, HOURS);
        for (int choice : choices) {
            act(choice);
            checkLimits();
        }
        checkNothingIsHeldBack();
    }

    /** Nothing keeps anybody from that; his next starts are held to what is left. */
    private void sendPastCarme(ClusterUser user, int accelerators) {
        OutsideRun run = TestOutside.waiting("9" + user.uid(), user.name(), accelerators, Instant.EPOCH);
        TestOutside.observe(database, accelerators == 0 ? TestOutside.ended(run, Instant.EPOCH) : run);
        pastCarme.put(user.name(), accelerators);
    }

    /** Half of all are starts, some of them killed; the rest moves jobs on, ends them, or lets time pass. */
    private void act(int choice) {
        int amount = 1 + choice % 4;
        ClusterUser user = new ClusterUser("user" + choice % 3, 8000 + choice % 3);
        switch (choice / 10) {
            case 0, 1 -> start(user, amount, GROUP, false);
            case 2, 3 -> start(user, amount, Charge.project(project), false);
            case 4 -> start(user, amount, choice % 2 == 0 ? GROUP : Charge.project(project), true);
            case 5 -> one(job -> job.startedAt().isEmpty(), row -> run(row, clock.instant()));
            case 6 -> one(job -> job.startedAt().isEmpty(), row -> run(row, clock.instant()));
            case 7 -> one(job -> job.startedAt().isPresent(), this::finish);
            case 8 -> {
                one(job -> job.startedAt().isEmpty(), row -> row.refused("", clock.instant()));
                sendPastCarme(user, choice % 2 == 0 ? 0 : amount);
            }
            default -> {
                clock.forward(STEP);
                all(this::hasReachedItsLimit, this::finish);
            }
        }
    }

    private boolean start(ClusterUser owner, int perNode, Charge charge, boolean killed) {
        JobSpec spec = StartRules.check(TestJobs.wanting(perNode, 1), TestJobs.template(1000));
        try (EntityManager own = database.open()) {
            JobStarts starts = JobStartsIT.starts(own, clock);
            TestDatabase.inTransaction(own, () -> {
                starts.store(
                        new PreparedStart(
                                owner,
                                TestJobs.person(owner.name(), Role.USER),
                                new UsableTemplate(TestJobs.template(1000), charge),
                                spec),
                        Optional.empty(),
                        job -> {});
                if (killed) {
                    throw new Killed();
                }
                return null;
            });
            assertThat(accelerators(jobs(), job -> job.owner().equals(owner.name()))
                            + pastCarme.getOrDefault(owner.name(), 0))
                    .isLessThanOrEqualTo(OF_A_USER);
            return true;
        } catch (QuotaExceededException | Killed nothingStored) {
            return false;
        }
    }

    private void checkLimits() {
        List<JobSummary> jobs = jobs();
        for (int i = 0; i < 3; i++) {
            String user = "user" + i;
            Predicate<JobSummary> his = job -> job.owner().equals(user);
            assertThat(accelerators(jobs, his)).isLessThanOrEqualTo(OF_A_USER);
            assertThat(accelerators(jobs, his.and(job -> job.project().isPresent())))
                    .isLessThanOrEqualTo(OF_A_MEMBER);
            assertThat(hours(jobs, his, Instant.EPOCH, BORDER)).isLessThanOrEqualTo(HOURS + 1e-6);
        }
        Predicate<JobSummary> ofTheProject = job -> job.project().isPresent();
        assertThat(accelerators(jobs, ofTheProject.negate())).isLessThanOrEqualTo(OF_THE_GROUP);
        assertThat(accelerators(jobs, ofTheProject)).isLessThanOrEqualTo(OF_THE_PROJECT);
    }

    /** In a month in which nothing was used yet. */
    private void checkNothingIsHeldBack() {
        all(job -> job.startedAt().isPresent(), this::finish);
        all(job -> true, row -> row.refused("", clock.instant()));
        for (int i = 0; i < 3; i++) {
            sendPastCarme(new ClusterUser("user" + i, 8000 + i), 0);
        }
        clock.forward(Duration.ofDays(70));

        assertThat(start(new ClusterUser("user0", 8000), 4, GROUP, false)).isTrue();
        assertThat(start(new ClusterUser("user1", 8001), 4, GROUP, false)).isTrue();
        assertThat(start(new ClusterUser("user2", 8002), 1, GROUP, false)).isTrue();
        assertThat(start(new ClusterUser("user2", 8002), 1, GROUP, false)).isFalse();
        assertThat(start(new ClusterUser("user2", 8002), 3, Charge.project(project), false))
                .isTrue();
        assertThat(start(new ClusterUser("user2", 8002), 1, Charge.project(project), false))
                .as("each member")
                .isFalse();
        assertThat(start(new ClusterUser("user1", 8001), 1, Charge.project(project), false))
                .isTrue();
        assertThat(start(new ClusterUser("user0", 8000), 1, Charge.project(project), false))
                .as("the project")
                .isFalse();
    }

    private static int accelerators(List<JobSummary> jobs, Predicate<JobSummary> whose) {
        return jobs.stream()
                .filter(whose.and(job -> job.endedAt().isEmpty()))
                .mapToInt(JobSummary::acceleratorsPerNode)
                .sum();
    }

    /** What has really been used, and what running jobs may use, as anybody would reckon it. */
    private static double hours(List<JobSummary> jobs, Predicate<JobSummary> whose, Instant from, Instant to) {
        return jobs.stream()
                .filter(whose.and(job -> job.startedAt().isPresent()))
                .mapToDouble(job -> {
                    Instant begin = job.startedAt().get();
                    Instant end = job.endedAt().orElse(begin.plus(job.timeLimit()));
                    Instant first = begin.isAfter(from) ? begin : from;
                    Instant last = end.isBefore(to) ? end : to;
                    return job.acceleratorsPerNode()
                            * Math.max(0, Duration.between(first, last).toMillis())
                            / 3_600_000.0;
                })
                .sum();
    }

    private boolean hasReachedItsLimit(JobSummary job) {
        return job.startedAt()
                .map(started -> !started.plus(job.timeLimit()).isAfter(clock.instant()))
                .orElse(false);
    }

    private static void run(Job row, Instant now) {
        row.sending(now);
        row.registered("42");
        row.observe(TestJobs.running(row, now), now);
    }

    private void finish(Job row) {
        JobSummary job = row.summary();
        Instant limit = job.startedAt().orElseThrow().plus(job.timeLimit());
        Instant now = clock.instant();
        row.observe(TestJobs.ran(row, job.startedAt().get(), limit.isBefore(now) ? limit : now), now);
    }

    private void one(Predicate<JobSummary> which, Consumer<Job> change) {
        change(
                jobs().stream()
                        .filter(which.and(job -> job.endedAt().isEmpty()))
                        .limit(1)
                        .toList(),
                change);
    }

    private void all(Predicate<JobSummary> which, Consumer<Job> change) {
        change(jobs().stream().filter(which.and(job -> job.endedAt().isEmpty())).toList(), change);
    }

    private void change(List<JobSummary> jobs, Consumer<Job> change) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                JobRepository rows = new JobRepository(own);
                jobs.forEach(job -> change.accept(rows.find(job.id()).orElseThrow()));
                return null;
            });
        }
    }

    private List<JobSummary> jobs() {
        try (EntityManager own = database.open()) {
            JobRepository rows = new JobRepository(own);
            HistoryRepository ended = new HistoryRepository(own);
            List<JobSummary> found = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                rows.active("user" + i).stream().map(Job::summary).forEach(found::add);
                ended.find(new HistoryCriteria("user" + i, HistoryQuery.ALL), 1000).stream()
                        .map(Job::summary)
                        .forEach(found::add);
            }
            return found;
        }
    }

    private void limit(Kind kind, String name, QuotaResource resource, QuotaPeriod period, long limit) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                TestQuotas.add(
                        own,
                        new QuotaRule(
                                new QuotaSubject(kind, name),
                                resource,
                                Optional.empty(),
                                Optional.ofNullable(period),
                                limit,
                                false));
                return null;
            });
        }
    }

    /** The portal has died before the commit. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
