package org.carme.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.common.SettableClock;
import org.carme.database.NativeQueries;
import org.carme.database.TestDatabase;
import org.carme.executions.RuntimeTables;
import org.carme.executions.Verdict;
import org.carme.leases.Lease;
import org.carme.leases.TestLeases;
import org.carme.messages.Message;
import org.carme.messages.MessageService;
import org.carme.messages.TestMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators read of batch jobs. */
class AlertStoreIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final SettableClock clock = new SettableClock();
    private final MessageService messages = TestMessages.on(entityManager, clock);
    private final AlertStore store = new AlertStore();
    private Lease lease;

    @BeforeEach
    void open() {
        store.leases = TestLeases.on(entityManager);
        store.alerts = new AlertRepository(entityManager);
        store.history = new RunRepository(entityManager);
        store.messages = messages;
        lease = TestDatabase.inTransaction(entityManager, () -> store.leases.take("batch-schedules", "one"))
                .orElseThrow();
        RuntimeTables runtime = new RuntimeTables(database);
        runtime.add(1, "clean-up", "FAILED", clock.instant());
        runtime.add(2, "clean-up", "FAILED", clock.instant());
        runtime.add(3, "clean-up", "FAILED", clock.instant());
        runtime.knowAll();
        runtime.judge(2, Verdict.TOO_LONG);
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void namesTheExecutionItsStepAndWhatThatSaid() {
        said("sum-up", "IOException: no space left");

        Message told = tell(AlertKind.FAILED, 1);

        assertThat(told.key()).isEqualTo("batch-failed.step");
        assertThat(told.subject()).isEqualTo("clean-up 1");
        assertThat(told.detail()).isEqualTo("sum-up: IOException: no space left");
        assertThat(told.page()).contains("/admin/batch-execution.xhtml?id=1");
    }

    @Test
    void cutsWhatIsTooLongForAMessage() {
        said("sum-up", "x".repeat(900));

        assertThat(tell(AlertKind.FAILED, 1).detail()).hasSize(500).endsWith("…");
    }

    @Test
    void saysTheVerdictOfOneThatDidNotSayItself() {
        assertThat(tell(AlertKind.FAILED, 2).key()).isEqualTo("batch-failed.too-long");
        assertThat(tell(AlertKind.FAILED, 3).key()).isEqualTo("batch-failed");
    }

    @Test
    void namesTheSlowExecutionButNoneOfAJobThatIsLate() {
        assertThat(tell(AlertKind.SLOW, 3).subject()).isEqualTo("clean-up 3");
        assertThat(tell(AlertKind.LATE, clock.instant().toEpochMilli()).page())
                .contains("/admin/batch-job.xhtml?name=clean-up");
    }

    @Test
    void namesTheExecutionThatHasBegunLate() {
        Message told =
                tell(new Alert("clean-up", AlertKind.LATE, clock.instant().toEpochMilli(), Optional.of(3L)));

        assertThat(told.subject()).isEqualTo("clean-up 3");
        assertThat(told.page()).contains("/admin/batch-execution.xhtml?id=3");
    }

    private void said(String step, String words) {
        change("UPDATE batch_executions SET failed_step = ?, failure = ? WHERE execution = 1", step, words);
    }

    private void change(String sql, Object... parameters) {
        TestDatabase.inTransaction(
                entityManager,
                () -> NativeQueries.filled(entityManager.createNativeQuery(sql), parameters)
                        .executeUpdate());
    }

    private Message tell(AlertKind kind, long subject) {
        return tell(Alert.of("clean-up", kind, subject));
    }

    private Message tell(Alert alert) {
        TestDatabase.inTransaction(entityManager, () -> {
            store.tell(lease, List.of(alert), Set.of("admin"));
            return true;
        });
        return messages.recent("admin", 1).get(0);
    }
}
