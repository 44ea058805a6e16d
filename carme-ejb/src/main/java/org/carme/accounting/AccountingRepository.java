package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carme.database.NativeQueries;

/** The rows of runs and how far they reach. Runs come in hundred thousands and hardly ever change: plain SQL. */
@ApplicationScoped
@Transactional
class AccountingRepository {
    private static final int ROWS_PER_INSERT = 100;
    private static final String COLUMNS = "slurm_job_id, submitted_at, cluster_name, owner, account, partition_name,"
            + " project, group_name, accelerator_type, accelerators, cpus, started_at, ended_at";
    private static final String MARKS = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected AccountingRepository() {}

    AccountingRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    AccountingMark mark() {
        return mark("");
    }

    /** Whoever writes waits here for all others. */
    AccountingMark lockMark() {
        return mark(" FOR UPDATE");
    }

    private AccountingMark mark(String how) {
        Object[] row = NativeQueries.rows(entityManager.createNativeQuery(
                        "SELECT imported_until, window_seconds, longest_millis, zone, looked_back_on FROM accounting_mark"
                                + " WHERE id = 1" + how))
                .get(0);
        return new AccountingMark(
                time(row[0]),
                Duration.ofSeconds(number(row[1])),
                Duration.ofMillis(number(row[2])),
                (String) row[3],
                (String) row[4]);
    }

    void keep(AccountingMark mark) {
        query(
                        "UPDATE accounting_mark SET imported_until = ?, window_seconds = ?, longest_millis = ?, zone = ?,"
                                + " looked_back_on = ? WHERE id = 1",
                        mark.importedUntil().toEpochMilli(),
                        mark.window().toSeconds(),
                        mark.longest().toMillis(),
                        mark.zone(),
                        mark.lookedBackOn())
                .executeUpdate();
    }

    /** @return whatever has one of these ids */
    List<AccountedUse> withIds(Collection<String> jobIds) {
        return uses(
                "SELECT " + COLUMNS + " FROM accounted_runs WHERE slurm_job_id IN " + NativeQueries.marks(jobIds),
                jobIds.toArray());
    }

    void add(List<AccountedUse> uses) {
        for (int from = 0; from < uses.size(); from += ROWS_PER_INSERT) {
            insert(uses.subList(from, Math.min(from + ROWS_PER_INSERT, uses.size())));
        }
    }

    private void insert(List<AccountedUse> uses) {
        query(
                        "INSERT INTO accounted_runs (" + COLUMNS + ") VALUES "
                                + String.join(", ", Collections.nCopies(uses.size(), MARKS)),
                        uses.stream()
                                .flatMap(use -> List.of(values(use)).stream())
                                .toArray())
                .executeUpdate();
    }

    private static Object[] values(AccountedUse use) {
        return new Object[] {
            use.key().jobId(),
            use.key().submittedAt().toEpochMilli(),
            use.key().cluster(),
            use.owner(),
            use.account(),
            use.partition(),
            use.project(),
            use.group(),
            use.acceleratorType(),
            use.accelerators(),
            use.cpus(),
            use.startedAt().toEpochMilli(),
            use.endedAt().toEpochMilli()
        };
    }

    /** Whose it was stays: the name may have been forgotten. */
    void change(AccountedUse use) {
        query(
                        "UPDATE accounted_runs SET account = ?, partition_name = ?, project = ?, group_name = ?,"
                                + " accelerator_type = ?, accelerators = ?, cpus = ?, started_at = ?, ended_at = ?"
                                + " WHERE slurm_job_id = ? AND submitted_at = ? AND cluster_name = ?",
                        use.account(),
                        use.partition(),
                        use.project(),
                        use.group(),
                        use.acceleratorType(),
                        use.accelerators(),
                        use.cpus(),
                        use.startedAt().toEpochMilli(),
                        use.endedAt().toEpochMilli(),
                        use.key().jobId(),
                        use.key().submittedAt().toEpochMilli(),
                        use.key().cluster())
                .executeUpdate();
    }

    /** These days are to be summed up again. */
    void due(Set<LocalDate> days) {
        for (LocalDate day : new TreeSet<>(days)) {
            query("INSERT IGNORE INTO usage_days_due (usage_day) VALUES (?)", day.toString())
                    .executeUpdate();
        }
    }

    /** @return how many were removed */
    int removeEndedBefore(Instant time, int most) {
        return query("DELETE FROM accounted_runs WHERE ended_at < ? LIMIT ?", time.toEpochMilli(), most)
                .executeUpdate();
    }

    long count(String owner) {
        return number(query("SELECT COUNT(*) FROM accounted_runs WHERE owner = ?", owner)
                .getSingleResult());
    }

    /** @return in the order of their ends */
    List<AccountedUse> of(String owner, int skip, int limit) {
        return NativeQueries.rows(query(
                                "SELECT " + COLUMNS + " FROM accounted_runs WHERE owner = ?"
                                        + " ORDER BY ended_at, slurm_job_id, submitted_at",
                                owner)
                        .setFirstResult(skip)
                        .setMaxResults(limit))
                .stream()
                .map(AccountingRepository::use)
                .toList();
    }

    void rename(String owner, String newOwner) {
        query("UPDATE accounted_runs SET owner = ? WHERE owner = ?", newOwner, owner)
                .executeUpdate();
    }

    private List<AccountedUse> uses(String sql, Object... parameters) {
        return NativeQueries.rows(query(sql, parameters)).stream()
                .map(AccountingRepository::use)
                .toList();
    }

    private static AccountedUse use(Object[] row) {
        return new AccountedUse(
                new AccountedUse.Key((String) row[0], time(row[1]), (String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                number(row[9]),
                number(row[10]),
                time(row[11]),
                time(row[12]));
    }

    private static Instant time(Object millis) {
        return Instant.ofEpochMilli(number(millis));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
