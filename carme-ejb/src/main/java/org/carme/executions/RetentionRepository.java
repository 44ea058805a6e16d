package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.database.NativeQueries;

/** The batch runtime's rows of executions, as they grow old; reads go along its primary keys, for it has no other index. */
@ApplicationScoped
@Transactional
class RetentionRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected RetentionRepository() {}

    RetentionRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An execution that may be over. */
    record Old(long execution, long instance, String job, ExecutionStatus status, Instant createdAt) {}

    Map<String, Long> firstOfLast(int count) {
        return NativeQueries.rows(query(
                        "SELECT l.name, l.jobexecid FROM (SELECT i.name, e.jobexecid,"
                                + " ROW_NUMBER() OVER (PARTITION BY i.name ORDER BY e.jobexecid DESC) AS place"
                                + " FROM JBATCHEXECUTIONINSTANCEDATA e JOIN JBATCHJOBINSTANCEDATA i"
                                + " ON i.jobinstanceid = e.jobinstanceid) l WHERE l.place = ?",
                        count))
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ExecutionRow.number(row[1])));
    }

    List<Old> after(long execution, int most) {
        Query query = query(
                "SELECT e.jobexecid, e.jobinstanceid, i.name, e.batchstatus, e.createtime"
                        + " FROM JBATCHEXECUTIONINSTANCEDATA e JOIN JBATCHJOBINSTANCEDATA i"
                        + " ON i.jobinstanceid = e.jobinstanceid WHERE e.jobexecid > ? ORDER BY e.jobexecid",
                execution);
        return NativeQueries.rows(query.setMaxResults(most)).stream()
                .map(row -> new Old(
                        ExecutionRow.number(row[0]),
                        ExecutionRow.number(row[1]),
                        (String) row[2],
                        ExecutionStatus.of((String) row[3]),
                        ExecutionRow.instant(row[4]).orElse(Instant.EPOCH)))
                .toList();
    }

    /** Removes all executions from the first to the last; the status of steps and of instances goes with them. */
    void remove(Old first, Old last) {
        change("DELETE FROM batch_executions WHERE execution BETWEEN ? AND ?", first.execution(), last.execution());
        change(
                "DELETE FROM JBATCHSTEPEXECUTIONINSTANCEDATA WHERE jobexecid BETWEEN ? AND ?",
                first.execution(),
                last.execution());
        change(
                "DELETE FROM JBATCHEXECUTIONINSTANCEDATA WHERE jobexecid BETWEEN ? AND ?",
                first.execution(),
                last.execution());
    }

    /** Removes instances without an execution, up to that one: later ones may have theirs soon. */
    void removeInstances(long from, long to) {
        change(
                "DELETE FROM JBATCHJOBINSTANCEDATA WHERE jobinstanceid BETWEEN ? AND ? AND NOT EXISTS"
                        + " (SELECT 1 FROM JBATCHEXECUTIONINSTANCEDATA e"
                        + " WHERE e.jobinstanceid = JBATCHJOBINSTANCEDATA.jobinstanceid)",
                from,
                to);
    }

    /** Their keys begin with the number of the instance. */
    int removeCheckpoints() {
        List<String> gone =
                NativeQueries.column(query("SELECT DISTINCT id FROM JBATCHCHECKPOINTDATA"), String.class).stream()
                        .filter(this::isOfNoInstance)
                        .toList();
        gone.forEach(
                id -> query("DELETE FROM JBATCHCHECKPOINTDATA WHERE id = ?", id).executeUpdate());
        return gone.size();
    }

    private boolean isOfNoInstance(String id) {
        String instance = id.replaceFirst("[^0-9].*", "");
        return !instance.isEmpty()
                && query(
                                "SELECT jobinstanceid FROM JBATCHJOBINSTANCEDATA WHERE jobinstanceid = ?",
                                Long.valueOf(instance))
                        .getResultList()
                        .isEmpty();
    }

    private void change(String sql, long from, long to) {
        query(sql, from, to).executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
