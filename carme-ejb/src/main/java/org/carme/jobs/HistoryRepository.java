package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ended jobs of one user, read by the index of owner and end. */
@ApplicationScoped
@Transactional
class HistoryRepository {
    private static final double HOUR = Duration.ofHours(1).toMillis();
    private static final String MILLIS = "CASE WHEN started_at IS NULL THEN 0 ELSE (ended_at - started_at) * node_count"
            + " * GREATEST(1, accelerators_per_node) END";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected HistoryRepository() {}

    HistoryRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return newest end first, the one of the higher number of several at the same time */
    List<Job> find(HistoryCriteria criteria, int limit) {
        Query query = entityManager.createNativeQuery(
                "SELECT * FROM jobs" + criteria.where() + " ORDER BY ended_at DESC, id DESC", Job.class);
        return ((List<?>) filled(query, criteria).setMaxResults(limit).getResultList())
                .stream().map(Job.class::cast).toList();
    }

    /** @return the type used most first */
    List<HistoryTotal> totals(HistoryCriteria criteria) {
        Query query = entityManager.createNativeQuery("SELECT accelerator_type, COUNT(*), SUM(" + MILLIS
                + ") AS used FROM jobs" + criteria.where() + " GROUP BY accelerator_type ORDER BY used DESC");
        return ((List<?>) filled(query, criteria).getResultList())
                .stream()
                        .map(Object[].class::cast)
                        .map(row -> new HistoryTotal(
                                Optional.ofNullable((String) row[0]),
                                ((Number) row[1]).longValue(),
                                ((Number) row[2]).doubleValue() / HOUR))
                        .toList();
    }

    private static Query filled(Query query, HistoryCriteria criteria) {
        for (int i = 0; i < criteria.parameters().size(); i++) {
            query.setParameter(i + 1, criteria.parameters().get(i));
        }
        return query;
    }
}
