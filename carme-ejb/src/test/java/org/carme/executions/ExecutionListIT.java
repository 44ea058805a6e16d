package org.carme.executions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.common.Part;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.users.Administrators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found of a long history, on a real database. */
class ExecutionListIT {
    private static final String ADMIN = "admin";
    private static final ExecutionQuery ALL = new ExecutionQuery(Optional.empty(), false);
    private static final ExecutionQuery FAILED = new ExecutionQuery(Optional.empty(), true);
    private static final ExecutionQuery FAILED_CLEAN_UPS = new ExecutionQuery(Optional.of("clean-up"), true);

    private final SettableClock clock = new SettableClock();
    private final ExecutionService service = new ExecutionService();
    private TestDatabase database;
    private RuntimeTables runtime;
    private EntityManager entityManager;

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void open() {
        database = database();
        runtime = new RuntimeTables(database);
        entityManager = database.open();
        service.administrators = new Administrators() {
            @Override
            public void require(String user) {
                assertThat(user).isEqualTo(ADMIN);
            }
        };
        service.executions = new ExecutionRepository(entityManager);
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void hasNoGapsAndNoDoublesWhileNewOnesBegin() {
        for (int number = 1; number <= 7; number++) {
            add(number, "clean-up", "FAILED");
        }

        for (ExecutionQuery query : List.of(ALL, FAILED, FAILED_CLEAN_UPS)) {
            List<Long> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            long before = newest();
            do {
                Part<ExecutionSummary> part = service.list(ADMIN, query, 3, cursor);
                part.rows().forEach(row -> seen.add(row.id()));
                cursor = part.next();
                add(newest() + 1, "clean-up", "FAILED");
            } while (cursor.isPresent());
            assertThat(seen)
                    .as(query.toString())
                    .hasSize((int) before)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void findsWhatHasFailedByItsOwnAccountOrNot() {
        add(1, "clean-up", "FAILED");
        add(2, "clean-up", "COMPLETED");
        add(3, "clean-up", "STOPPED");
        add(4, "clean-up", "STARTED");
        add(5, "self-test", "FAILED");
        add(6, "clean-up", "STARTED");
        add(7, "clean-up", "STOPPED");
        add(8, "clean-up", "FAILED");
        runtime.judge(6, Verdict.TOO_LONG);
        runtime.judge(7, Verdict.TOO_LONG);
        runtime.judge(8, Verdict.PORTAL_DIED);

        assertThat(found(FAILED_CLEAN_UPS)).containsExactly(8L, 7L, 6L, 1L);
        assertThat(found(FAILED)).containsExactly(8L, 7L, 6L, 5L, 1L);
        assertThat(service.list(ADMIN, FAILED, 200, Optional.empty()).rows())
                .extracting(ExecutionSummary::status)
                .containsOnly(ExecutionStatus.FAILED);
    }

    @Test
    void leavesOutWhatSomebodyHasDealtWith() {
        add(1, "clean-up", "FAILED");
        add(2, "clean-up", "ABANDONED");
        add(3, "clean-up", "ABANDONED");
        add(4, "clean-up", "FAILED");
        add(5, "clean-up", "FAILED");
        add(6, "clean-up", "COMPLETED");
        runtime.judge(3, Verdict.TOO_LONG);
        goesOnWith(5, 1);

        assertThat(found(FAILED_CLEAN_UPS)).containsExactly(5L, 4L);
        goesOnWith(6, 4);
        assertThat(found(FAILED_CLEAN_UPS)).containsExactly(5L);
        assertThat(found(FAILED)).containsExactly(5L);
    }

    @Test
    void bringsTheLengthOfAPartIntoItsBounds() {
        add(1, "clean-up", "COMPLETED");
        add(2, "clean-up", "COMPLETED");

        assertThat(service.list(ADMIN, ALL, -7, Optional.empty()).rows()).hasSize(1);
        assertThat(service.list(ADMIN, ALL, Integer.MAX_VALUE, Optional.empty()).rows())
                .hasSize(2);
        assertThat(service.list(ADMIN, ALL, 2, Optional.empty()).next()).isEmpty();
    }

    @Test
    void refusesACursorOfSomebodyElse() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> service.list(ADMIN, FAILED, 50, Optional.of("1 OR 1=1")))
                .satisfies(refusal -> assertThat(refusal.field()).contains("cursor"));
    }

    private void add(long execution, String job, String status) {
        runtime.add(execution, job, status, clock.instant());
        runtime.change(
                "INSERT INTO batch_executions (execution, job, portal, host, cause, started_by, parameters, begun_at,"
                        + " log_lines) VALUES (?, ?, '', 'host', 'PORTAL', '', '', 0, 0)",
                execution,
                job);
    }

    private void goesOnWith(long execution, long failed) {
        runtime.change(
                "UPDATE JBATCHEXECUTIONINSTANCEDATA SET jobinstanceid = ? WHERE jobexecid = ?", failed, execution);
    }

    private long newest() {
        return runtime.count("batch_executions");
    }

    private List<Long> found(ExecutionQuery query) {
        return service.list(ADMIN, query, 200, Optional.empty()).rows().stream()
                .map(ExecutionSummary::id)
                .toList();
    }
}
