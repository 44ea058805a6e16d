package org.carme.executions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.executions.StepHistory.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a feature learns of its steps on other machines. */
class StepHistoryIT {
    private static final String JOB = "back-up-database";

    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final SettableClock clock = new SettableClock();
    private final StepHistory history = new StepHistory();

    @BeforeEach
    void open() {
        history.executions = new ExecutionRepository(entityManager);
        history.self = new ThisPortal();
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void asksTheRuntimeNothingBeforeTheFirstExecution() {
        assertThat(history.completed(JOB, "one")).isEmpty();
    }

    @Test
    void tellsOfTheJobsCompletedStepsNewestFirstAndWhere() {
        RuntimeTables runtime = new RuntimeTables(database);
        runtime.add(1, JOB, "COMPLETED", clock.instant());
        runtime.add(2, JOB, "COMPLETED", clock.instant());
        runtime.add(3, JOB, "FAILED", clock.instant());
        runtime.add(4, "clean-up", "COMPLETED", clock.instant());
        runtime.knowAll();
        runtime.change("UPDATE batch_executions SET host = ? WHERE execution = 2", history.self.host());
        runtime.change("UPDATE JBATCHSTEPEXECUTIONINSTANCEDATA SET exitstatus = CONCAT('KEPT ', jobexecid)");

        assertThat(history.completed(JOB, "one"))
                .containsExactly(new Ended(history.self.host(), true, "KEPT 2"), new Ended("host", false, "KEPT 1"));
        assertThat(history.completed(JOB, "two")).isEmpty();
    }
}
