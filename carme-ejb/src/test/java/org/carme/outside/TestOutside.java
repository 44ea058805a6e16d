package org.carme.outside;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.database.TestDatabase;
import org.carme.quotas.QuotaUsage;
import org.carme.templates.TestTemplateAccounts;

/** Jobs sent past Carme for tests. */
public final class TestOutside {
    private TestOutside() {}

    public static QuotaUsage usage(EntityManager entityManager) {
        OutsideUsage usage = new OutsideUsage();
        usage.sums = new OutsideUsageRepository(entityManager);
        usage.accounts = TestTemplateAccounts.on(entityManager);
        return usage;
    }

    public static OutsideJobs jobs(EntityManager entityManager, Clock clock) {
        OutsideJobs jobs = new OutsideJobs();
        jobs.jobs = new OutsideJobRepository(entityManager);
        jobs.clock = clock;
        return jobs;
    }

    /** One that waits, with one node and some a100 and a time limit of two hours. */
    public static OutsideRun waiting(String id, String owner, int accelerators, Instant submitted) {
        return new OutsideRun(
                new OutsideKey(id, submitted),
                owner,
                "lab",
                1,
                1,
                "a100",
                accelerators,
                Duration.ofHours(2),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, once it runs. */
    public static OutsideRun running(OutsideRun run, Instant since) {
        return times(run, Optional.of(since), Optional.empty());
    }

    public static OutsideRun ended(OutsideRun run, Instant when) {
        return times(run, run.startedAt(), Optional.of(when));
    }

    /** The same as an array of which that many tasks wait. */
    public static OutsideRun tasks(OutsideRun run, int tasks) {
        return new OutsideRun(
                run.key(),
                run.owner(),
                run.account(),
                tasks,
                run.nodes(),
                run.acceleratorType(),
                run.accelerators(),
                run.timeLimit(),
                run.startedAt(),
                run.endedAt());
    }

    /** Keeps them in a transaction. */
    public static void observe(TestDatabase database, OutsideRun... runs) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                jobs(own, Clock.systemUTC()).observe(List.of(runs));
                return null;
            });
        }
    }

    private static OutsideRun times(OutsideRun run, Optional<Instant> started, Optional<Instant> ended) {
        return new OutsideRun(
                run.key(),
                run.owner(),
                run.account(),
                run.tasks(),
                run.nodes(),
                run.acceleratorType(),
                run.accelerators(),
                run.timeLimit(),
                started,
                ended);
    }
}
