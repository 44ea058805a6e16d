package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.database.NativeQueries;

/** What runs come to, by day. */
@ApplicationScoped
@Transactional
class UsageDayRepository {
    private static final String WHOSE = "owner, project, group_name, accelerator_type, partition_name";

    /** Times are whole seconds, and so are days. */
    private static final String SECONDS = "(LEAST(ended_at, ?) - GREATEST(started_at, ?)) / 1000";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected UsageDayRepository() {}

    UsageDayRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return the first of the days after that one that are to be summed up */
    Optional<LocalDate> dueAfter(LocalDate day) {
        Object first = query("SELECT MIN(usage_day) FROM usage_days_due WHERE usage_day > ?", day.toString())
                .getSingleResult();
        return Optional.ofNullable((String) first).map(LocalDate::parse);
    }

    /**
     * Sums the day up anew.
     *
     * @param longest no run took longer: what ended later than that after the day began later
     */
    void sumUp(LocalDate day, ZoneId zone, Duration longest) {
        long from = day.atStartOfDay(zone).toInstant().toEpochMilli();
        long to = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        query("DELETE FROM usage_days_due WHERE usage_day = ?", day.toString()).executeUpdate();
        query("DELETE FROM usage_days WHERE usage_day = ?", day.toString()).executeUpdate();
        query(
                        "INSERT INTO usage_days (usage_day, " + WHOSE
                                + ", accelerator_seconds, cpu_seconds, jobs) SELECT ?, "
                                + WHOSE + ", SUM(accelerators * " + SECONDS + "), SUM(cpus * " + SECONDS
                                + "), SUM(CASE WHEN ended_at < ? THEN 1 ELSE 0 END) FROM accounted_runs"
                                + " WHERE ended_at >= ? AND ended_at <= ? AND started_at < ? GROUP BY " + WHOSE,
                        day.toString(),
                        to,
                        from,
                        to,
                        from,
                        to,
                        from,
                        to + longest.toMillis(),
                        to)
                .executeUpdate();
    }

    /** Sums of a month. */
    List<StatementLine> month(YearMonth month, Optional<String> owner, Optional<String> project) {
        Query query = query(
                "SELECT " + WHOSE + ", SUM(jobs), SUM(accelerator_seconds), SUM(cpu_seconds) FROM usage_days"
                        + " WHERE usage_day >= ? AND usage_day <= ? AND (? = '' OR owner = ?) AND (? = '' OR project = ?)"
                        + " GROUP BY " + WHOSE + " ORDER BY " + WHOSE,
                month.atDay(1).toString(),
                month.atEndOfMonth().toString(),
                owner.orElse(""),
                owner.orElse(""),
                project.orElse(""),
                project.orElse(""));
        return NativeQueries.rows(query).stream().map(UsageDayRepository::line).toList();
    }

    private static StatementLine line(Object[] row) {
        return new StatementLine(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                new StatementSum(number(row[5]), number(row[6]), number(row[7])));
    }

    /** @return the first day of which anything is known */
    Optional<LocalDate> first() {
        Object first = entityManager
                .createNativeQuery("SELECT MIN(usage_day) FROM usage_days")
                .getSingleResult();
        return Optional.ofNullable((String) first).map(LocalDate::parse);
    }

    Set<String> owners() {
        return new HashSet<>(NativeQueries.column(
                entityManager.createNativeQuery("SELECT DISTINCT owner FROM usage_days WHERE owner NOT LIKE 'left-%'"),
                String.class));
    }

    long count(String owner) {
        return number(
                query("SELECT COUNT(*) FROM usage_days WHERE owner = ?", owner).getSingleResult());
    }

    void rename(String owner, String newOwner) {
        query("UPDATE usage_days SET owner = ? WHERE owner = ?", newOwner, owner)
                .executeUpdate();
    }

    /** @return how many rows were removed */
    int removeBefore(LocalDate day, int most) {
        return query("DELETE FROM usage_days WHERE usage_day < ? LIMIT ?", day.toString(), most)
                .executeUpdate();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
