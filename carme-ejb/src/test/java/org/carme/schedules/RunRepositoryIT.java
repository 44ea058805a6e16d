package org.carme.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.executions.RuntimeTables;
import org.carme.executions.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read of the runs of jobs. */
class RunRepositoryIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void findsTheLastRunsOfEachJobNewestFirst() {
        RuntimeTables runtime = new RuntimeTables(database);
        runtime.add(1, "seldom", "FAILED", clock.instant());
        for (int number = 2; number <= 9; number++) {
            runtime.add(number, "often", "COMPLETED", clock.instant().plusSeconds(number));
        }
        runtime.knowAll();

        Map<String, List<Run>> found = last("often", "seldom", "never");

        assertThat(found.get("often")).extracting(Run::id).containsExactly(9L, 8L, 7L);
        assertThat(found.get("seldom")).extracting(Run::outcome).containsExactly(RunOutcome.FAILED);
        assertThat(found.get("never")).isEmpty();
    }

    @Test
    void countsOneThatHangsBeyondItsTimeLimitAsFailed() {
        RuntimeTables runtime = new RuntimeTables(database);
        runtime.add(1, "hangs", "STARTED", clock.instant());
        runtime.add(2, "runs", "STARTED", clock.instant());
        runtime.add(3, "given-up", "ABANDONED", clock.instant());
        runtime.knowAll();
        runtime.judge(1, Verdict.TOO_LONG);
        runtime.judge(3, Verdict.TOO_LONG);

        Map<String, List<Run>> found = last("hangs", "runs", "given-up");

        assertThat(found.get("hangs"))
                .containsExactly(new Run(1, RunOutcome.FAILED, clock.instant(), Optional.empty()));
        assertThat(new RunHistory(found.get("hangs")).failed()).isPresent();
        assertThat(found.get("runs")).extracting(Run::outcome).containsExactly(RunOutcome.RUNNING);
        assertThat(found.get("given-up")).extracting(Run::outcome).containsExactly(RunOutcome.STOPPED);
    }

    @Test
    void findsNothingBeforeTheRuntimeHasMadeItsTables() {
        assertThat(last("often")).isEmpty();
    }

    private Map<String, List<Run>> last(String... jobs) {
        List<ScheduledJob> known = Stream.of(jobs)
                .map(name -> new ScheduledJob(name, Optional.empty(), new TreeMap<>()))
                .toList();
        return new RunRepository(entityManager).last(known, 3);
    }
}
