package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.database.NativeQueries;

/** What is kept of executions while they run: slots, wishes, reports. */
@ApplicationScoped
@Transactional
class RunRepository {
    private static final String GOING = "('STARTING', 'STARTED', 'STOPPING')";
    private static final String INTERRUPTED = "INTERRUPTED";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected RunRepository() {}

    RunRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Who has a job's slot. */
    record Slot(String portal, long execution, Instant takenAt) {}

    /** @return the slot, locked; empty if nobody has ever had it */
    Optional<Slot> lockSlot(String job) {
        return rows("SELECT portal, execution, taken_at FROM batch_slots WHERE job = ? FOR UPDATE", job).stream()
                .map(row -> new Slot(
                        (String) row[0],
                        ExecutionRow.number(row[1]),
                        Instant.ofEpochMilli(ExecutionRow.number(row[2]))))
                .findFirst();
    }

    /** Of several who have found none the second must try again. */
    void addSlot(String job, String portal, Instant now) {
        change(
                "INSERT INTO batch_slots (job, portal, execution, taken_at) VALUES (?, ?, 0, ?)",
                job,
                portal,
                now.toEpochMilli());
    }

    /** One that is locked. */
    void takeSlot(String job, String portal, Instant now) {
        change(
                "UPDATE batch_slots SET portal = ?, execution = 0, taken_at = ? WHERE job = ?",
                portal,
                now.toEpochMilli(),
                job);
    }

    void fillSlot(String job, String portal, long execution) {
        change("UPDATE batch_slots SET execution = ? WHERE job = ? AND portal = ?", execution, job, portal);
    }

    void freeSlot(String job, String portal) {
        change("DELETE FROM batch_slots WHERE job = ? AND portal = ?", job, portal);
    }

    /** What has not ended is looked for every minute, among as many executions as there ever were. */
    void indexStatus() {
        change("CREATE INDEX IF NOT EXISTS carme_executions_by_status ON JBATCHEXECUTIONINSTANCEDATA (batchstatus)");
    }

    boolean isGoing(long execution) {
        return isAny(
                "SELECT jobexecid FROM JBATCHEXECUTIONINSTANCEDATA WHERE jobexecid = ? AND batchstatus IN " + GOING,
                execution);
    }

    boolean isGoing(String job) {
        return isAny(
                "SELECT e.jobexecid FROM JBATCHEXECUTIONINSTANCEDATA e"
                        + " JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid"
                        + " WHERE e.batchstatus IN " + GOING + " AND i.name = ?",
                job);
    }

    boolean isKnown(long execution) {
        return isAny("SELECT execution FROM batch_executions WHERE execution = ?", execution);
    }

    void add(long execution, String job, ThisPortal portal, Instant now) {
        change(
                "INSERT INTO batch_executions (execution, job, portal, host, cause, started_by, parameters, begun_at,"
                        + " log_lines) VALUES (?, ?, ?, ?, 'PORTAL', '', '', ?, 0)",
                execution,
                job,
                portal.id(),
                portal.host(),
                now.toEpochMilli());
    }

    void describe(long execution, Launch launch, Optional<Duration> limit) {
        change(
                "UPDATE batch_executions SET cause = ?, started_by = ?, parameters = ?, time_limit = ?"
                        + " WHERE execution = ?",
                launch.cause().name(),
                launch.user(),
                ExecutionRow.stored(launch.parameters()),
                limit.map(Duration::toMillis).orElse(null),
                execution);
    }

    /** @return whether nobody has wanted it before */
    boolean wantStop(long execution, String user, Instant now) {
        return change(
                        "UPDATE batch_executions SET stop_wanted_at = ?, stop_wanted_by = ?"
                                + " WHERE execution = ? AND stop_wanted_at IS NULL",
                        now.toEpochMilli(),
                        user,
                        execution)
                > 0;
    }

    boolean isStopWanted(long execution) {
        return isAny(
                "SELECT execution FROM batch_executions WHERE execution = ? AND stop_wanted_at IS NOT NULL", execution);
    }

    /** @return false for one of which that was noticed before */
    boolean isOutOfTime(long execution, Instant now) {
        return isAny(
                "SELECT execution FROM batch_executions WHERE execution = ? AND verdict IS NULL"
                        + " AND time_limit IS NOT NULL AND begun_at + time_limit < ?",
                execution,
                now.toEpochMilli());
    }

    void judge(long execution, Verdict verdict) {
        change("UPDATE batch_executions SET verdict = ? WHERE execution = ?", verdict.name(), execution);
    }

    boolean isJudged(long execution) {
        return isAny("SELECT execution FROM batch_executions WHERE execution = ? AND verdict IS NOT NULL", execution);
    }

    /** One that has ended says itself how; that it was given up counts more. */
    void failEnded(long execution, String exit) {
        change(
                "UPDATE JBATCHEXECUTIONINSTANCEDATA SET batchstatus = 'FAILED', exitstatus = ?"
                        + " WHERE jobexecid = ? AND batchstatus IN ('STOPPED', 'COMPLETED')",
                exit,
                execution);
    }

    /** An execution that a portal that is gone has left. */
    record Left(long execution, String job) {}

    /**
     * @param before those without a row of ours count only if they began earlier: their portal may be about to write it
     * @return what portals that are gone have left
     */
    List<Left> left(Instant before) {
        return rows(
                        "SELECT e.jobexecid, i.name FROM JBATCHEXECUTIONINSTANCEDATA e"
                                + " JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid"
                                + " LEFT JOIN batch_executions b ON b.execution = e.jobexecid"
                                + " LEFT JOIN batch_portals p ON p.id = b.portal"
                                + " WHERE e.batchstatus IN " + GOING + " AND p.id IS NULL"
                                + " AND (b.execution IS NOT NULL OR e.createtime < ?) ORDER BY e.jobexecid",
                        Timestamp.from(before))
                .stream()
                .map(row -> new Left(ExecutionRow.number(row[0]), (String) row[1]))
                .toList();
    }

    /** @return false if another portal was faster */
    boolean failLeft(long execution, Instant now) {
        Timestamp end = Timestamp.from(now);
        if (change(
                        "UPDATE JBATCHEXECUTIONINSTANCEDATA SET batchstatus = 'FAILED', exitstatus = ?, endtime = ?"
                                + " WHERE jobexecid = ? AND batchstatus IN " + GOING,
                        INTERRUPTED,
                        end,
                        execution)
                == 0) {
            return false;
        }
        change(
                "UPDATE JBATCHSTEPEXECUTIONINSTANCEDATA SET batchstatus = 'FAILED', exitstatus = ?, endtime = ?"
                        + " WHERE jobexecid = ? AND batchstatus IN " + GOING,
                INTERRUPTED,
                end,
                execution);
        return true;
    }

    /** @return what {@link #failLeft} has marked since then, unless somebody wanted it to stop or its job has begun anew */
    List<ExecutionRecords.LeftOver> interrupted(Instant since) {
        return rows(
                        "SELECT e.jobexecid, i.name, (SELECT COUNT(*) FROM JBATCHEXECUTIONINSTANCEDATA x"
                                + " WHERE x.jobinstanceid = e.jobinstanceid), b.parameters"
                                + " FROM JBATCHEXECUTIONINSTANCEDATA e"
                                + " JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid"
                                + " LEFT JOIN batch_executions b ON b.execution = e.jobexecid"
                                + " WHERE e.batchstatus = 'FAILED' AND e.exitstatus = ? AND e.endtime > ?"
                                + " AND b.stop_wanted_at IS NULL"
                                + " AND NOT EXISTS (SELECT 1 FROM JBATCHEXECUTIONINSTANCEDATA l"
                                + " JOIN JBATCHJOBINSTANCEDATA j ON j.jobinstanceid = l.jobinstanceid"
                                + " WHERE l.jobexecid > e.jobexecid AND j.name = i.name) ORDER BY e.jobexecid",
                        INTERRUPTED,
                        Timestamp.from(since))
                .stream()
                .map(row -> new ExecutionRecords.LeftOver(
                        ExecutionRow.number(row[0]),
                        (String) row[1],
                        (int) ExecutionRow.number(row[2]),
                        ExecutionRow.parameters(ExecutionRow.text(row[3]).orElse(""))))
                .toList();
    }

    private boolean isAny(String sql, Object... parameters) {
        return !query(sql, parameters).getResultList().isEmpty();
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return NativeQueries.rows(query(sql, parameters));
    }

    private int change(String sql, Object... parameters) {
        return query(sql, parameters).executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
