package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.database.NativeQueries;

/** The rows that say how checks go. Whoever changes which check counts, or begins one, locks the head first. */
@ApplicationScoped
@Transactional
class CheckRepository {
    private static final String CHECK = "SELECT c.id, c.outcome, c.started_at, c.seen_at, c.ended_at, c.read_count,"
            + " c.concerned_count, c.skipped_count FROM advisory_checks c";

    private static final Duration DOUBT = Duration.ofMinutes(5);

    @Inject
    EntityManager entityManager;

    CheckRepository() {}

    CheckRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The one row that all checks share. */
    record Head(Optional<Long> current, Instant wantedAt) {}

    /** What is new since the check before. */
    record News(long check, int advisories) {}

    Head head() {
        return head("");
    }

    /** Nobody else begins or ends a check before the transaction is over. */
    Head lock() {
        return head(" FOR UPDATE");
    }

    private Head head(String lock) {
        Object[] row = rows("SELECT current_check, wanted_at FROM advisory_head WHERE id = 1" + lock)
                .get(0);
        return new Head(Optional.ofNullable((Number) row[0]).map(Number::longValue), instant(row[1]));
    }

    void want(Instant now) {
        change("UPDATE advisory_head SET wanted_at = ? WHERE id = 1", now.toEpochMilli());
    }

    /** @return the one that was begun last */
    Optional<CheckState> last() {
        return rows(CHECK + " ORDER BY c.id DESC LIMIT 1").stream()
                .map(CheckRepository::state)
                .findFirst();
    }

    Optional<CheckState> find(long check) {
        return rows(CHECK + " WHERE c.id = ?", check).stream()
                .map(CheckRepository::state)
                .findFirst();
    }

    private static CheckState state(Object[] row) {
        return new CheckState(
                ((Number) row[0]).longValue(),
                CheckState.Outcome.valueOf((String) row[1]),
                instant(row[2]),
                instant(row[3]),
                Optional.ofNullable(row[4]).map(CheckRepository::instant),
                ((Number) row[5]).intValue(),
                ((Number) row[6]).intValue(),
                ((Number) row[7]).intValue());
    }

    private static Instant instant(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }

    /** @return its number */
    long begin(Instant now) {
        change(
                "INSERT INTO advisory_checks (started_at, seen_at, outcome, read_count, concerned_count, skipped_count,"
                        + " new_count, told) VALUES (?, ?, 'RUNNING', 0, 0, 0, 0, TRUE)",
                now.toEpochMilli(),
                now.toEpochMilli());
        return NativeQueries.column(query("SELECT MAX(id) FROM advisory_checks"), Number.class)
                .get(0)
                .longValue();
    }

    /** @return whether it still runs, and nobody has taken it for dead */
    boolean alive(long check, Tally tally, Instant now) {
        return change(
                        "UPDATE advisory_checks SET seen_at = ?, read_count = ?, concerned_count = ?, skipped_count = ?"
                                + " WHERE id = ? AND outcome = 'RUNNING'",
                        now.toEpochMilli(),
                        tally.read(),
                        tally.concerned(),
                        tally.skipped(),
                        check)
                == 1;
    }

    void fail(Instant now) {
        change(
                "UPDATE advisory_checks SET outcome = 'FAILED', ended_at = ? WHERE outcome = 'RUNNING'",
                now.toEpochMilli());
    }

    /** From now on it is what readers see. */
    void publish(News news, Instant now) {
        change(
                "UPDATE advisory_checks SET outcome = 'DONE', ended_at = ?, new_count = ?, told = ?" + " WHERE id = ?",
                now.toEpochMilli(),
                news.advisories(),
                news.advisories() == 0,
                news.check());
        change("UPDATE advisory_head SET current_check = ? WHERE id = 1", news.check());
    }

    void note(long check, Tally tally) {
        for (DataSource source : tally.sources()) {
            change(
                    "INSERT INTO advisory_sources (check_id, name, read_count, newest_at) VALUES (?, ?, ?, ?)",
                    check,
                    source.name(),
                    source.read(),
                    source.asOf().toEpochMilli());
        }
        for (Skipped skipped : tally.reasons()) {
            change(
                    "INSERT INTO advisory_skips (check_id, reason, skipped, examples) VALUES (?, ?, ?, ?)",
                    check,
                    skipped.reason().name(),
                    skipped.count(),
                    String.join("\n", skipped.examples()));
        }
    }

    List<DataSource> sources(long check) {
        return rows("SELECT name, read_count, newest_at FROM advisory_sources WHERE check_id = ? ORDER BY name", check)
                .stream()
                .map(row -> new DataSource((String) row[0], ((Number) row[1]).intValue(), instant(row[2])))
                .toList();
    }

    List<Skipped> skipped(long check) {
        return rows("SELECT reason, skipped, examples FROM advisory_skips WHERE check_id = ? ORDER BY reason", check)
                .stream()
                .map(row -> new Skipped(
                        SkipReason.valueOf((String) row[0]),
                        ((Number) row[1]).intValue(),
                        ((String) row[2]).lines().toList()))
                .toList();
    }

    /** Locks what nobody was told of yet. */
    List<News> untold() {
        return rows("SELECT id, new_count FROM advisory_checks WHERE told = FALSE FOR UPDATE").stream()
                .map(row -> new News(((Number) row[0]).longValue(), ((Number) row[1]).intValue()))
                .toList();
    }

    void told(long check) {
        change("UPDATE advisory_checks SET told = TRUE WHERE id = ?", check);
    }

    /** @param kept nobody reads it less for being old */
    void forget(long before, long kept) {
        change("DELETE FROM advisory_checks WHERE id < ? AND id <> ? AND told = TRUE", before, kept);
    }

    /**
     * Whether the last check may not have seen what is inside an image. What was said shortly before it may have been
     * written down only while it read, or by a portal whose clock is slow: that is certain to be there a while later.
     *
     * @param begun when that check began
     */
    boolean isUnseen(Instant begun, Instant now) {
        Query query = query(
                "SELECT version_id FROM image_contents WHERE taken_at > ? OR taken_at > ? AND taken_at <= ?",
                begun.toEpochMilli(),
                begun.minus(DOUBT).toEpochMilli(),
                now.minus(DOUBT).toEpochMilli());
        return !query.setMaxResults(1).getResultList().isEmpty();
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return NativeQueries.rows(query(sql, parameters));
    }

    private int change(String sql, Object... parameters) {
        return query(sql, parameters).executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
