package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.carme.quotas.ActiveUse;
import org.carme.quotas.QuotaPeriod.Span;
import org.carme.quotas.QuotaScope;

/** Sums over the jobs' rows; both indexes that are used begin with the name and the end. */
@ApplicationScoped
@Transactional
class JobUsageRepository {
    private static final String ACCELERATORS = "j.accelerators_per_node * j.node_count";

    /** A job that waits may start now; one that has not ended may run until its limit. */
    private static final String BEGIN = "COALESCE(j.started_at, ?4)";

    private static final String END = "COALESCE(j.ended_at, " + BEGIN + " + j.limit_seconds * 1000)";

    /** Accelerators times milliseconds from ?5 to ?6, as ?4 is now. */
    static final String MILLIS = ACCELERATORS + " * GREATEST(0, LEAST(" + END + ", ?6) - GREATEST(" + BEGIN + ", ?5))";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected JobUsageRepository() {}

    JobUsageRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    ActiveUse active(QuotaScope scope, Optional<String> type) {
        String counted = "CASE WHEN ?2 = '' OR j.accelerator_type = ?2 THEN " + ACCELERATORS + " ELSE 0 END";
        Object[] sums = (Object[]) entityManager
                .createNativeQuery("SELECT " + sums("1") + ", " + sums("j.node_count") + ", " + sums(counted)
                        + " FROM jobs j WHERE " + whose(scope) + " AND j.ended_at IS NULL")
                .setParameter(1, scope.name())
                .setParameter(2, type.orElse(""))
                .setParameter(7, scope.owner())
                .getSingleResult();
        return new ActiveUse(
                number(sums[0]), number(sums[1]), number(sums[2]), number(sums[3]), number(sums[4]), number(sums[5]));
    }

    /** @return two sums: of the jobs that have started, and of the others */
    private static String sums(String amount) {
        return "COALESCE(SUM(CASE WHEN j.started_at IS NOT NULL THEN " + amount + " END), 0), "
                + "COALESCE(SUM(CASE WHEN j.started_at IS NULL THEN " + amount + " END), 0)";
    }

    /** @param active whether only jobs count that have not ended */
    long millis(QuotaScope scope, Optional<String> type, Span span, Instant now, boolean active) {
        String ended = active ? "" : " OR (j.ended_at > ?5 AND j.started_at < ?6)";
        Object sum = entityManager
                .createNativeQuery("SELECT SUM(" + MILLIS + ") FROM jobs j WHERE " + whose(scope)
                        + " AND (?2 = '' OR j.accelerator_type = ?2) AND (j.ended_at IS NULL" + ended + ")")
                .setParameter(1, scope.name())
                .setParameter(2, type.orElse(""))
                .setParameter(7, scope.owner())
                .setParameter(4, now.toEpochMilli())
                .setParameter(5, span.from().toEpochMilli())
                .setParameter(6, span.to().toEpochMilli())
                .getSingleResult();
        return number(sum);
    }

    /** @return how many active jobs may still run then */
    long reaching(Instant then, Instant now) {
        return number(entityManager
                .createNativeQuery("SELECT COUNT(*) FROM jobs j WHERE j.ended_at IS NULL AND COALESCE(j.ends_at, "
                        + BEGIN + " + j.limit_seconds * 1000) > ?5")
                .setParameter(4, now.toEpochMilli())
                .setParameter(5, then.toEpochMilli())
                .getSingleResult());
    }

    private static String whose(QuotaScope scope) {
        String name = switch (scope.kind()) {
            case OWNER -> "j.owner";
            case GROUP -> "j.charged_group";
            case PROJECT -> "j.charged_project";
        };
        return name + " = ?1 AND ?7 IN ('', j.owner)";
    }

    private static long number(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
