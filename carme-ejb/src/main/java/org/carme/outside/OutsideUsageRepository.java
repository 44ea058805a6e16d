package org.carme.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.quotas.ActiveUse;
import org.carme.quotas.QuotaPeriod.Span;

/** Sums over the rows of outside jobs, of an owner or of some accounts. */
@ApplicationScoped
@Transactional
class OutsideUsageRepository {
    /** A job that waits may start now; one that has not ended may run until its limit. */
    private static final String BEGIN = "COALESCE(o.started_at, ?1)";

    private static final String END = "COALESCE(o.ended_at, " + BEGIN + " + o.limit_seconds * 1000)";

    /** In floating point: anybody may send an array whose reservation exceeds all integers. */
    private static final String ACCELERATORS = "1e0 * o.tasks * o.accelerators";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected OutsideUsageRepository() {}

    OutsideUsageRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whose jobs are summed: those with one of the names in that column. */
    record Whose(String column, List<String> names) {
        static Whose owner(String name) {
            return new Whose("o.owner", List.of(name));
        }

        static Whose accounts(List<String> names) {
            return new Whose("o.account", names);
        }

        private String in(int firstParameter) {
            StringBuilder marks = new StringBuilder(column).append(" IN (");
            for (int i = 0; i < names.size(); i++) {
                marks.append(i == 0 ? "?" : ", ?").append(firstParameter + i);
            }
            return marks.append(')').toString();
        }

        private Query set(Query query, int firstParameter) {
            for (int i = 0; i < names.size(); i++) {
                query.setParameter(firstParameter + i, names.get(i));
            }
            return query;
        }
    }

    ActiveUse active(Whose whose, Optional<String> type) {
        String counted = "CASE WHEN ?1 = '' OR o.accelerator_type = ?1 THEN " + ACCELERATORS + " ELSE 0 END";
        Query query = entityManager
                .createNativeQuery("SELECT " + sums("o.tasks") + ", " + sums("o.tasks * o.node_count") + ", "
                        + sums(counted) + " FROM outside_jobs o WHERE o.ended_at IS NULL AND " + whose.in(2))
                .setParameter(1, type.orElse(""));
        Object[] sums = (Object[]) whose.set(query, 2).getSingleResult();
        return new ActiveUse(
                number(sums[0]), number(sums[1]), number(sums[2]), number(sums[3]), number(sums[4]), number(sums[5]));
    }

    /** @return two sums: of the jobs that have started, and of the others */
    private static String sums(String amount) {
        return "COALESCE(SUM(CASE WHEN o.started_at IS NOT NULL THEN " + amount + " END), 0), "
                + "COALESCE(SUM(CASE WHEN o.started_at IS NULL THEN " + amount + " END), 0)";
    }

    /** @param active whether only jobs count that have not ended */
    long millis(Whose whose, Optional<String> type, Span span, Instant now, boolean active) {
        String ended = active ? "" : " OR (o.ended_at > ?3 AND o.started_at < ?4)";
        Query query = entityManager
                .createNativeQuery("SELECT SUM(" + ACCELERATORS + " * GREATEST(0, LEAST(" + END + ", ?4) - GREATEST("
                        + BEGIN + ", ?3))) FROM outside_jobs o WHERE (?2 = '' OR o.accelerator_type = ?2)"
                        + " AND (o.ended_at IS NULL" + ended + ") AND " + whose.in(5))
                .setParameter(1, now.toEpochMilli())
                .setParameter(2, type.orElse(""))
                .setParameter(3, span.from().toEpochMilli())
                .setParameter(4, span.to().toEpochMilli());
        return number(whose.set(query, 5).getSingleResult());
    }

    private static long number(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
