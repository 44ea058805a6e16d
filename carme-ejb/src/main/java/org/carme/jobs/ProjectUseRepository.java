package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carme.projects.ProjectUse;

/** Sums over the jobs of one project, read by its index. */
@ApplicationScoped
@Transactional
class ProjectUseRepository {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ProjectUseRepository() {}

    ProjectUseRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<ProjectUse.Share> of(String slug, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery("SELECT j.owner,"
                        + " SUM(CASE WHEN j.ended_at IS NULL AND j.started_at IS NOT NULL THEN 1 ELSE 0 END),"
                        + " SUM(CASE WHEN j.ended_at IS NULL AND j.started_at IS NULL THEN 1 ELSE 0 END),"
                        + " SUM(CASE WHEN j.started_at IS NOT NULL THEN j.accelerators_per_node * j.node_count"
                        + " * GREATEST(0, COALESCE(j.ended_at, ?2) - j.started_at) ELSE 0 END)"
                        + " FROM jobs j WHERE j.charged_project = ?1 GROUP BY j.owner ORDER BY j.owner")
                .setParameter(1, slug)
                .setParameter(2, now.toEpochMilli())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(ProjectUseRepository::share)
                .toList();
    }

    private static ProjectUse.Share share(Object[] row) {
        return new ProjectUse.Share(
                (String) row[0],
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).doubleValue() / HOUR);
    }
}
