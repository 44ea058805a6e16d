package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.ClusterUser;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.outside.OutsideRun;
import org.carme.outside.TestOutside;
import org.carme.quotas.QuotaExceededException;
import org.carme.quotas.QuotaPeriod;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaSubject;
import org.carme.quotas.QuotaSubject.Kind;
import org.carme.quotas.TestQuotas;
import org.carme.templates.Template;
import org.carme.templates.TestTemplateAccounts;
import org.carme.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What jobs that were sent past Carme take of the quotas, on a real database. */
class OutsideUseIT {
    private static final ClusterUser BOB = new ClusterUser("bob", 7002);

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final OutsideRun bobs = TestOutside.waiting("10", "bob", 2, clock.instant());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsThemForTheirOwnerWhileTheyWaitAndRun() {
        limit(Kind.EVERY_USER, "", QuotaResource.ACCELERATORS, null, 3);
        TestOutside.observe(database, bobs);

        assertThat(starts(BOB, 2)).isFalse();
        assertThat(starts(TestJobs.ALICE, 2)).isTrue();
        TestOutside.observe(database, TestOutside.running(bobs, clock.instant()));
        assertThat(starts(BOB, 2)).isFalse();
        TestOutside.observe(database, TestOutside.ended(bobs, clock.instant()));
        assertThat(starts(BOB, 2)).isTrue();
    }

    @Test
    void countsEveryTaskOfAnArray() {
        limit(Kind.USER, "bob", QuotaResource.JOBS, null, 4);
        TestOutside.observe(database, TestOutside.tasks(bobs, 3));

        assertThat(starts(BOB, 1)).isTrue();
        assertThat(starts(BOB, 1)).isFalse();
    }

    @Test
    void countsAnIdThatWasGivenOutTwiceTwice() {
        limit(Kind.USER, "bob", QuotaResource.JOBS, null, 2);
        TestOutside.observe(
                database,
                bobs,
                TestOutside.waiting("10", "bob", 1, clock.instant().plusSeconds(60)));

        assertThat(starts(BOB, 1)).isFalse();
    }

    @Test
    void addsTheirHours() {
        limit(Kind.USER, "bob", QuotaResource.ACCELERATOR_HOURS, QuotaPeriod.MONTH, 6);
        Instant begin = clock.instant();
        OutsideRun running = TestOutside.running(bobs, begin);
        TestOutside.observe(database, running);

        assertThat(starts(BOB, 2)).as("4 of 6 hours are reserved").isFalse();
        clock.forward(Duration.ofMinutes(30));
        TestOutside.observe(database, TestOutside.ended(running, begin.plus(Duration.ofMinutes(30))));
        assertThat(starts(BOB, 2)).as("1 of 6 hours is used").isTrue();
    }

    @Test
    void canSumWhatNobodyCouldEverRun() {
        limit(Kind.USER, "bob", QuotaResource.ACCELERATOR_HOURS, QuotaPeriod.QUARTER, 1_000_000_000);
        OutsideRun huge = TestOutside.waiting("11", "bob", 1_000_000, clock.instant());
        TestOutside.observe(database, TestOutside.tasks(huge, 1_000_000));

        assertThat(starts(BOB, 1)).isFalse();
    }

    @Test
    void countsThemForTheGroupThatAloneHasTheirAccount() {
        limit(Kind.GROUP, "carme-users", QuotaResource.JOBS, null, 1);
        TestOutside.observe(database, bobs);
        assertThat(starts(BOB, 1)).as("no template has the account").isTrue();
        endAll();

        template("Lab", "carme-users", "LAB");
        assertThat(starts(BOB, 1)).as("the group's own account").isFalse();

        template("Shared", "others", "lab");
        assertThat(starts(BOB, 1)).as("an account of two groups").isTrue();
    }

    private void endAll() {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                new JobRepository(own).active("bob").forEach(job -> job.refused("", clock.instant()));
                return null;
            });
        }
    }

    private void template(String name, String group, String account) {
        Template like = TestJobs.template(9);
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                TestTemplateAccounts.add(
                        own,
                        new Template(
                                name,
                                Set.of(group),
                                like.partition(),
                                Optional.of(account),
                                like.qos(),
                                like.features(),
                                like.maxJobs(),
                                like.maxNodes(),
                                like.maxTime(),
                                like.defaultTime(),
                                like.cpusPerAccelerator(),
                                like.megabytesPerAccelerator(),
                                like.accelerators(),
                                List.of(),
                                true));
                return null;
            });
        }
    }

    private boolean starts(ClusterUser owner, int accelerators) {
        JobSpec spec = StartRules.check(TestJobs.wanting(accelerators, 1), TestJobs.template(100));
        try (EntityManager own = database.open()) {
            JobStarts starts = JobStartsIT.starts(own, clock);
            TestDatabase.inTransaction(
                    own,
                    () -> starts.store(
                            new PreparedStart(
                                    owner, TestJobs.person(owner.name(), Role.USER), TestJobs.usable(100), spec),
                            Optional.empty(),
                            job -> {}));
            return true;
        } catch (QuotaExceededException refused) {
            return false;
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
}
