package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rows of the estimates, each written once. */
@ApplicationScoped
@Transactional
class StartEstimateRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected StartEstimateRepository() {}

    StartEstimateRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A repeated start is the first one's. */
    void add(JobId job, Instant madeAt, Instant startsAt) {
        entityManager
                .createNativeQuery("INSERT IGNORE INTO start_estimates (job_id, made_at, starts_at) VALUES (?, ?, ?)")
                .setParameter(1, job.value())
                .setParameter(2, madeAt.toEpochMilli())
                .setParameter(3, startsAt.toEpochMilli())
                .executeUpdate();
    }

    /** @return how much later than estimated jobs have started, the newest ones */
    List<Duration> errors(Instant since, int most) {
        return ((List<?>) entityManager
                        .createNativeQuery("""
                                SELECT j.started_at - e.starts_at FROM start_estimates e JOIN jobs j ON j.id = e.job_id
                                WHERE e.made_at > ? AND j.started_at IS NOT NULL ORDER BY e.made_at DESC""")
                        .setParameter(1, since.toEpochMilli())
                        .setMaxResults(most)
                        .getResultList())
                .stream()
                        .map(error -> Duration.ofMillis(((Number) error).longValue()))
                        .toList();
    }

    /** @return how many were removed */
    int removeMadeBefore(Instant time, int most) {
        return entityManager
                .createNativeQuery("DELETE FROM start_estimates WHERE made_at < ? LIMIT ?")
                .setParameter(1, time.toEpochMilli())
                .setParameter(2, most)
                .executeUpdate();
    }
}
