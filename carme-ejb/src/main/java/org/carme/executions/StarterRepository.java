package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carme.database.NativeQueries;

/** Who has begun or stopped executions. */
@ApplicationScoped
@Transactional
class StarterRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected StarterRepository() {}

    StarterRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** One that somebody has begun or stopped. */
    record Started(long execution, String job, Instant at) {}

    Set<String> all() {
        return Set.copyOf(NativeQueries.column(
                query("SELECT started_by FROM batch_executions WHERE started_by <> ''"
                        + " UNION SELECT stop_wanted_by FROM batch_executions WHERE stop_wanted_by <> ''"),
                String.class));
    }

    List<Started> of(String user) {
        return NativeQueries.rows(query(
                        "SELECT execution, job, begun_at FROM batch_executions"
                                + " WHERE started_by = ? OR stop_wanted_by = ? ORDER BY execution",
                        user,
                        user))
                .stream()
                .map(row -> new Started(
                        ExecutionRow.number(row[0]),
                        (String) row[1],
                        Instant.ofEpochMilli(ExecutionRow.number(row[2]))))
                .toList();
    }

    void rename(String user, String pseudonym) {
        query("UPDATE batch_executions SET started_by = ? WHERE started_by = ?", pseudonym, user)
                .executeUpdate();
        query("UPDATE batch_executions SET stop_wanted_by = ? WHERE stop_wanted_by = ?", pseudonym, user)
                .executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
