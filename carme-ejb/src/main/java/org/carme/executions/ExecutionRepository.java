package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.database.NativeQueries;

/** What is read of executions. The batch runtime makes its own tables when the portal starts. */
@ApplicationScoped
@Transactional
class ExecutionRepository {
    /** What nobody has gone on with: each restart is another execution of the same instance. */
    private static final String UNSETTLED = "SELECT e.jobexecid AS execution FROM batch_executions b"
            + " JOIN JBATCHEXECUTIONINSTANCEDATA e ON e.jobexecid = b.execution"
            + " WHERE NOT EXISTS (SELECT 1 FROM JBATCHEXECUTIONINSTANCEDATA l"
            + " WHERE l.jobinstanceid = e.jobinstanceid AND l.jobexecid > e.jobexecid)";

    private static final String SAID = " AND e.batchstatus = 'FAILED' AND e.jobexecid < ?";

    /** It has failed as {@link ExecutionStatus#of(String, Optional)} has it, whatever the runtime thinks. */
    private static final String FOUND = Stream.of(Verdict.values())
            .map(Verdict::name)
            .collect(Collectors.joining(
                    "', '",
                    " AND b.verdict IN ('",
                    "') AND e.batchstatus NOT IN ('FAILED', 'ABANDONED') AND b.execution < ?"));

    private static final String NEWEST = " ORDER BY e.jobexecid DESC LIMIT ?";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ExecutionRepository() {}

    ExecutionRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * The name of the job is given as a range: with an equality MariaDB would not go along the index, but sort all that the
     * job has, unless the collation of the connection is the column's.
     *
     * @return newest first
     */
    List<ExecutionRow> list(ExecutionQuery query, long before, int most) {
        List<Long> numbers = query.failed() ? failed(query.job(), before, most) : numbers(query.job(), before, most);
        return numbers.isEmpty()
                ? List.of()
                : rows(
                                ExecutionRow.SELECT + " WHERE e.jobexecid IN " + NativeQueries.marks(numbers)
                                        + " ORDER BY e.jobexecid DESC",
                                numbers.toArray())
                        .stream()
                        .map(ExecutionRow::new)
                        .toList();
    }

    private List<Long> numbers(Optional<String> job, long before, int most) {
        return job.isEmpty()
                ? numbers("WHERE execution < ? ORDER BY execution DESC LIMIT ?", before, most)
                : numbers(
                        "WHERE job >= ? AND job <= ? AND execution < ? ORDER BY job, execution DESC LIMIT ?",
                        job.get(),
                        job.get(),
                        before,
                        most);
    }

    /** Each half has an index of its own; what is in both would be read along neither. */
    private List<Long> failed(Optional<String> job, long before, int most) {
        String ofJob = job.isEmpty() ? "" : " AND b.job >= ? AND b.job <= ?";
        String sql = "SELECT execution FROM ((" + UNSETTLED + SAID + ofJob + NEWEST + ") UNION ALL (" + UNSETTLED
                + FOUND + ofJob + NEWEST + ")) f ORDER BY execution DESC LIMIT ?";
        List<Object> half = new ArrayList<>(List.of(before));
        job.ifPresent(name -> half.addAll(List.of(name, name)));
        half.add(most);
        Object[] parameters = Stream.of(half, half, List.<Object>of(most))
                .flatMap(List::stream)
                .toArray();
        return longs(query(sql, parameters));
    }

    /** By themselves they are read along an index, joined with the runtime's tables they are not. */
    private List<Long> numbers(String which, Object... parameters) {
        return longs(query("SELECT execution FROM batch_executions " + which, parameters));
    }

    private static List<Long> longs(Query query) {
        return NativeQueries.column(query, Number.class).stream()
                .map(Number::longValue)
                .toList();
    }

    Optional<ExecutionRow> find(long execution) {
        return rows(ExecutionRow.SELECT + " WHERE e.jobexecid = ?", execution).stream()
                .map(ExecutionRow::new)
                .findFirst();
    }

    /** @return the execution that has gone on with this one, empty if none has */
    Optional<Long> next(ExecutionRow row) {
        return longs(query(
                        "SELECT jobexecid FROM JBATCHEXECUTIONINSTANCEDATA WHERE jobinstanceid = ? AND jobexecid > ?"
                                + " ORDER BY jobexecid LIMIT 1",
                        row.instance(),
                        row.summary().id()))
                .stream()
                .findFirst();
    }

    /** @return in the order in which they began */
    List<StepDetails> steps(long execution) {
        Map<String, Object[]> reported = new HashMap<>();
        rows(
                        "SELECT step, read_count, write_count, skip_count, done, total FROM batch_steps WHERE execution = ?",
                        execution)
                .forEach(row -> reported.put((String) row[0], row));
        return rows(
                        "SELECT stepname, batchstatus, exitstatus, readcount, writecount,"
                                + " readskipcount + processskipcount + writeskipcount, starttime, endtime"
                                + " FROM JBATCHSTEPEXECUTIONINSTANCEDATA WHERE jobexecid = ? ORDER BY stepexecid",
                        execution)
                .stream()
                .map(row -> step(row, Optional.ofNullable(reported.get(row[0]))))
                .toList();
    }

    /** What a chunk counts has the runtime, what a batchlet counts we have. */
    private static StepDetails step(Object[] row, Optional<Object[]> reported) {
        StepDetails.Counts own = reported.map(counts -> counts(counts, 1)).orElse(StepDetails.Counts.NONE);
        ExecutionStatus status = ExecutionStatus.of((String) row[1]);
        return new StepDetails(
                (String) row[0],
                status,
                ExecutionRow.text(row[2]).orElse(""),
                counts(row, 3).plus(own),
                reported.map(known ->
                                new StepDetails.Progress(ExecutionRow.number(known[4]), ExecutionRow.number(known[5])))
                        .orElse(StepDetails.Progress.UNKNOWN),
                ExecutionRow.instant(row[6]),
                status.isGoing() ? Optional.empty() : ExecutionRow.instant(row[7]));
    }

    private static StepDetails.Counts counts(Object[] row, int from) {
        return new StepDetails.Counts(
                ExecutionRow.number(row[from]), ExecutionRow.number(row[from + 1]), ExecutionRow.number(row[from + 2]));
    }

    /** A step that has completed, and on which machine. */
    record Completed(String host, String exit) {}

    /** @return of the last executions of the job those with that step, newest first */
    List<Completed> completed(String job, String step, int most) {
        List<Long> numbers =
                numbers("WHERE job >= ? AND job <= ? ORDER BY job, execution DESC LIMIT ?", job, job, most);
        return numbers.isEmpty()
                ? List.of()
                : rows(
                                "SELECT b.host, s.exitstatus FROM JBATCHSTEPEXECUTIONINSTANCEDATA s"
                                        + " JOIN batch_executions b ON b.execution = s.jobexecid"
                                        + " WHERE s.jobexecid IN " + NativeQueries.marks(numbers)
                                        + " AND s.stepname = ? AND s.batchstatus = 'COMPLETED'"
                                        + " ORDER BY s.jobexecid DESC",
                                Stream.concat(numbers.stream(), Stream.of(step)).toArray())
                        .stream()
                        .map(row -> new Completed(
                                ExecutionRow.text(row[0]).orElse(""),
                                ExecutionRow.text(row[1]).orElse("")))
                        .toList();
    }

    /** @return the last lines, oldest first */
    List<LogLine> log(long execution) {
        return rows("SELECT written_at, step, words FROM batch_log WHERE execution = ? ORDER BY number", execution)
                .stream()
                .map(row -> new LogLine(time(row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    List<SkippedItem> skipped(long execution, int most) {
        Query query = query(
                "SELECT id, step, item, reason, skipped_at, retry FROM batch_skips WHERE execution = ? ORDER BY id",
                execution);
        return NativeQueries.rows(query.setMaxResults(most)).stream()
                .map(row -> new SkippedItem(
                        ExecutionRow.number(row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        time(row[4]),
                        Optional.ofNullable(row[5]).map(ExecutionRow::number)))
                .toList();
    }

    private static Instant time(Object millis) {
        return Instant.ofEpochMilli(ExecutionRow.number(millis));
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return NativeQueries.rows(query(sql, parameters));
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
