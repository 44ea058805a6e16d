package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carme.quotas.MemberHours;
import org.carme.quotas.QuotaPeriod.Span;

/** Hours of one project by owner and type, read by its index. */
@ApplicationScoped
@Transactional
class MemberUsageRepository {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected MemberUsageRepository() {}

    MemberUsageRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<MemberHours.Used> hours(String project, Span span, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery("SELECT j.owner, j.accelerator_type, "
                        + sum("j.ended_at IS NOT NULL") + ", "
                        + sum("j.ended_at IS NULL AND j.started_at IS NOT NULL") + ", "
                        + sum("j.ended_at IS NULL AND j.started_at IS NULL")
                        + " FROM jobs j WHERE j.charged_project = ?1 AND j.accelerators_per_node > 0"
                        + " AND (j.ended_at IS NULL OR (j.ended_at > ?5 AND j.started_at < ?6))"
                        + " GROUP BY j.owner, j.accelerator_type")
                .setParameter(1, project)
                .setParameter(4, now.toEpochMilli())
                .setParameter(5, span.from().toEpochMilli())
                .setParameter(6, span.to().toEpochMilli())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new MemberHours.Used(
                        (String) row[0], (String) row[1], hours(row[2]), hours(row[3]), hours(row[4])))
                .toList();
    }

    private static String sum(String condition) {
        return "SUM(CASE WHEN " + condition + " THEN " + JobUsageRepository.MILLIS + " ELSE 0 END)";
    }

    private static double hours(Object millis) {
        return ((Number) millis).doubleValue() / HOUR;
    }
}
