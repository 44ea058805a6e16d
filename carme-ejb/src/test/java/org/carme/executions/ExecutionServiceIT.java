package org.carme.executions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.users.Administrators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators may do with executions that have failed. */
class ExecutionServiceIT {
    private static final String ADMIN = "admin";

    private final TestDatabase database = new TestDatabase();
    private final RuntimeTables runtime = new RuntimeTables(database);
    private final EntityManager entityManager = database.open();
    private final SettableClock clock = new SettableClock();
    private final ExecutionService service = new ExecutionService();
    private final List<Long> abandoned = new ArrayList<>();

    @BeforeEach
    void open() {
        service.administrators = new Administrators() {
            @Override
            public void require(String user) {
                assertThat(user).isEqualTo(ADMIN);
            }
        };
        service.executions = new ExecutionRepository(entityManager);
        service.actions = new ExecutionActions() {
            @Override
            void abandon(long execution, String job, String admin) {
                abandoned.add(execution);
            }
        };
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void givesUpWhatHasFailed() {
        add(1, "FAILED");

        service.abandon(ADMIN, 1);

        assertThat(service.get(ADMIN, 1).hanging()).isFalse();
        assertThat(abandoned).containsExactly(1L);
    }

    @Test
    void refusesToGiveUpStopOrRestartWhatHasFailedButStillRuns() {
        add(1, "STARTED");

        ExecutionDetails shown = service.get(ADMIN, 1);

        assertThat(shown.summary().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(shown.hanging()).isTrue();
        assertThat(shown.restartable()).isFalse();
        assertHanging(() -> service.abandon(ADMIN, 1));
        assertHanging(() -> service.stop(ADMIN, 1));
        assertHanging(() -> service.restart(ADMIN, 1));
        assertThat(abandoned).isEmpty();
    }

    @Test
    void leadsToTheOneThatHasGoneOnAndRefusesAnother() {
        runtime.add(1, "clean-up", "FAILED", clock.instant());
        runtime.add(2, "clean-up", "COMPLETED", clock.instant());
        runtime.knowAll();
        runtime.change("UPDATE JBATCHEXECUTIONINSTANCEDATA SET jobinstanceid = 1 WHERE jobexecid = 2");

        assertThat(service.get(ADMIN, 1).next()).contains(2L);
        assertThat(service.get(ADMIN, 1).restartable()).isFalse();
        assertThat(service.get(ADMIN, 2).next()).isEmpty();
        assertThatExceptionOfType(ExecutionConflictException.class)
                .isThrownBy(() -> service.restart(ADMIN, 1))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("conflict.batch-restart"));
    }

    private void add(long execution, String status) {
        runtime.add(execution, "clean-up", status, clock.instant());
        runtime.knowAll();
        runtime.judge(execution, Verdict.TOO_LONG);
    }

    private static void assertHanging(Runnable action) {
        assertThatExceptionOfType(ExecutionConflictException.class)
                .isThrownBy(action::run)
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("conflict.batch-hanging"));
    }
}
