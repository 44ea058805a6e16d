package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.cluster.ClusterUser;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.maintenance.MaintenanceException;
import org.carme.maintenance.MaintenancePlan;
import org.carme.maintenance.TestMaintenance;
import org.carme.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Maintenance on a real database: who may start, from when to when, and that nobody slips through. */
class MaintenanceStartsIT {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void refusesStartsFromItsBeginToItsEnd() {
        set(TestMaintenance.plan(now().plus(HOUR), Optional.of(now().plus(HOUR.multipliedBy(2)))));
        start("alice", Role.USER);

        clock.forward(HOUR);
        assertThatThrownBy(() -> start("alice", Role.USER))
                .isInstanceOfSatisfying(
                        MaintenanceException.class,
                        refusal -> assertThat(refusal.left()).contains(HOUR));
        clock.forward(HOUR);
        start("alice", Role.USER);
    }

    @Test
    void letsAdministratorsAndAllowedUsersStart() {
        set(TestMaintenance.plan(now(), Optional.empty(), "bob"));

        start("admin", Role.ADMIN);
        start("bob", Role.USER);
        assertThatThrownBy(() -> start("carla", Role.IMAGE_MANAGER))
                .isInstanceOfSatisfying(
                        MaintenanceException.class,
                        refusal -> assertThat(refusal.left()).isEmpty());
    }

    @Test
    void answersARepeatedRequestAsBefore() {
        JobSummary first = start("alice", Role.USER, Optional.of("k1"));
        set(TestMaintenance.plan(now(), Optional.empty()));

        assertThat(start("alice", Role.USER, Optional.of("k1")).id()).isEqualTo(first.id());
    }

    /** What is not refused is stored when setting it returns: half of the users start their first job ever. */
    @Test
    void storesAStartBeforeOrRefusesIt() throws Exception {
        for (int i = 0; i < 8; i += 2) {
            start("user" + i, Role.USER);
        }
        List<Callable<Optional<JobId>>> starts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String user = "user" + i % 8;
            starts.add(() -> tryToStart(user));
        }
        var pool = Executors.newFixedThreadPool(6);
        List<Future<Optional<JobId>>> racing = starts.stream().map(pool::submit).toList();
        racing.get(4).get();

        set(TestMaintenance.plan(now(), Optional.empty()));
        long stored = count();

        long accepted = 4;
        for (Future<Optional<JobId>> start : racing) {
            accepted += start.get().isPresent() ? 1 : 0;
        }
        pool.shutdown();
        assertThat(accepted).as("accepted in all").isEqualTo(stored);
        assertThat(tryToStart("user0")).isEmpty();
    }

    @Test
    void holdsStartsOfSomebodyWhoseFirstOneCameWhileItWaited() throws Exception {
        try (EntityManager first = database.open();
                EntityManager holder = database.open()) {
            first.getTransaction().begin();
            new JobRepository(first).lockStartsOf("new");
            holder.getTransaction().begin();
            CompletableFuture<Void> held = CompletableFuture.runAsync(() -> new JobRepository(holder).lockAllStarts());
            assertThatThrownBy(() -> held.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            first.getTransaction().commit();
            held.join();

            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> inTransaction(own -> {
                new JobRepository(own).lockStartsOf("new");
                return true;
            }));
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            holder.getTransaction().commit();
            assertThat(second.join()).isTrue();
        }
    }

    @Test
    void countsJobsThatReachIntoIt() {
        start("alice", Role.USER);

        assertThat(reaching(now().plus(HOUR)))
                .as("2 h from now if it starts now")
                .isEqualTo(1);
        assertThat(reaching(now().plus(HOUR.multipliedBy(2)))).isZero();
    }

    @Test
    void overwritesNothingUnseen() {
        MaintenancePlan plan = TestMaintenance.plan(now(), Optional.empty());
        set(plan);

        assertThatThrownBy(() -> inTransaction(own -> TestMaintenance.set(own, jobs(own, clock), clock, plan, 0)))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void endsAndWritesDownWhoDidWhat() {
        set(TestMaintenance.plan(now().plus(HOUR), Optional.empty()));
        set(TestMaintenance.plan(now(), Optional.empty(), "bob"));
        end();
        end();
        start("alice", Role.USER);

        List<AuditEntry> entries = inTransaction(own -> TestAudit.on(own, clock)
                .all("admin", AuditQuery.ALL, 50, Optional.empty())
                .entries());
        assertThat(entries)
                .filteredOn(entry -> entry.object().kind().equals("maintenance"))
                .extracting(entry -> entry.actor() + " " + entry.action() + " " + entry.detail())
                .containsExactly(
                        "admin maintenance-ended 2026-03-01T12:00:00Z – … (bob)",
                        "admin maintenance-changed 2026-03-01T12:00:00Z – … (bob)",
                        "admin maintenance-set 2026-03-01T13:00:00Z – …");
    }

    private Instant now() {
        return clock.instant();
    }

    private void set(MaintenancePlan plan) {
        Retry.onConflict(() -> inTransaction(own -> TestMaintenance.set(own, jobs(own, clock), clock, plan)));
    }

    private void end() {
        inTransaction(own -> TestMaintenance.end(own, jobs(own, clock), clock));
    }

    private long reaching(Instant then) {
        return inTransaction(own -> jobs(own, clock).reaching(then));
    }

    private long count() {
        return inTransaction(own -> Stream.iterate(0, i -> i + 1)
                .limit(8)
                .mapToLong(i -> new JobRepository(own).active("user" + i).size())
                .sum());
    }

    private Optional<JobId> tryToStart(String user) {
        try {
            return Optional.of(start(user, Role.USER).id());
        } catch (MaintenanceException refused) {
            return Optional.empty();
        }
    }

    private JobSummary start(String user, Role role) {
        return start(user, role, Optional.empty());
    }

    private JobSummary start(String user, Role role, Optional<String> key) {
        JobSpec spec = StartRules.check(TestJobs.request(), TestJobs.template(100));
        ClusterUser owner = new ClusterUser(user, 8000);
        return Retry.onConflict(() -> inTransaction(own -> JobStartsIT.starts(own, clock)
                .store(
                        new PreparedStart(owner, TestJobs.person(user, role), TestJobs.usable(100), spec),
                        key,
                        job -> {})));
    }

    private <T> T inTransaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }

    private static JobsInMaintenance jobs(EntityManager entityManager, Clock clock) {
        JobsInMaintenance jobs = new JobsInMaintenance();
        jobs.jobs = new JobRepository(entityManager);
        jobs.usage = new JobUsageRepository(entityManager);
        jobs.clock = clock;
        return jobs;
    }
}
