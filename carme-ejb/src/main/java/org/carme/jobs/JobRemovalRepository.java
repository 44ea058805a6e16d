package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.carme.database.NativeQueries;

/** Removes rows of jobs, and those of other tables that make no sense without them. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JobRemovalRepository {
    /** What is left on a job that may go; {@code idle_jobs} and {@code build_contents} go with what they refer to. */
    private static final List<String> HANGING = List.of("job_nodes", "start_estimates", "usage_jobs", "builds");

    /**
     * Agents not forgotten yet, use not worked out, samples and logs have an end of their own, so that no portion is
     * large. A build is where a version's recipe is, and an offer waits for its answer: it stays as long as its version.
     */
    private static final String REMOVABLE = """
            SELECT j.id FROM jobs j WHERE j.ended_at < ?
            AND NOT EXISTS (SELECT 1 FROM job_agents a WHERE a.job_id = j.id)
            AND NOT EXISTS (SELECT 1 FROM bootstrap_secrets s WHERE s.job_id = j.id)
            AND NOT EXISTS (SELECT 1 FROM job_logs l WHERE l.job_id = j.id)
            AND NOT EXISTS (SELECT 1 FROM usage_jobs u WHERE u.job_id = j.id
              AND (u.ended_at IS NULL OR u.step_seconds IS NOT NULL))
            AND NOT EXISTS (SELECT 1 FROM builds b LEFT JOIN image_versions v ON v.id = b.made_version
              WHERE b.job_id = j.id AND (b.ended_at IS NULL OR v.id IS NOT NULL))
            ORDER BY j.ended_at""";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected JobRemovalRepository() {}

    JobRemovalRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return how many were removed; none if nothing is left */
    int removeEndedBefore(Instant time, int most) {
        List<Number> old = NativeQueries.column(
                NativeQueries.filled(entityManager.createNativeQuery(REMOVABLE), time.toEpochMilli())
                        .setMaxResults(most),
                Number.class);
        if (old.isEmpty()) {
            return 0;
        }
        HANGING.forEach(table -> remove(table, "job_id", old));
        return remove("jobs", "id", old);
    }

    private int remove(String table, String column, List<Number> ids) {
        String statement = "DELETE FROM " + table + " WHERE " + column + " IN " + NativeQueries.marks(ids);
        return NativeQueries.filled(entityManager.createNativeQuery(statement), ids.toArray())
                .executeUpdate();
    }
}
