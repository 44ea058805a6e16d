package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carme.database.NativeQueries;

/** What steps tell of themselves. */
@ApplicationScoped
@Transactional
class ReportRepository {
    private static final int MOST_LINES = 1000;
    private static final int MOST_OF_ITEM = 500;

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ReportRepository() {}

    ReportRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void count(long execution, StepNews news) {
        StepDetails.Counts counts = news.counts();
        StepDetails.Progress progress = news.progress();
        if (change(
                        "UPDATE batch_steps SET read_count = ?, write_count = ?, skip_count = ?, done = ?, total = ?"
                                + " WHERE execution = ? AND step = ?",
                        counts.read(),
                        counts.written(),
                        counts.skipped(),
                        progress.done(),
                        progress.total(),
                        execution,
                        news.step())
                == 0) {
            change(
                    "INSERT INTO batch_steps (execution, step, read_count, write_count, skip_count, done, total)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    execution,
                    news.step(),
                    counts.read(),
                    counts.written(),
                    counts.skipped(),
                    progress.done(),
                    progress.total());
        }
    }

    /** Of more than a thousand lines the first ones go. */
    void write(long execution, List<LogLine> lines) {
        change("UPDATE batch_executions SET log_lines = log_lines + ? WHERE execution = ?", lines.size(), execution);
        long end = ExecutionRow.number(query("SELECT log_lines FROM batch_executions WHERE execution = ?", execution)
                .getSingleResult());
        long number = end - lines.size();
        for (LogLine line : lines) {
            number++;
            change(
                    "INSERT INTO batch_log (execution, number, written_at, step, words) VALUES (?, ?, ?, ?, ?)",
                    execution,
                    number,
                    line.at().toEpochMilli(),
                    line.step(),
                    line.words());
        }
        change("DELETE FROM batch_log WHERE execution = ? AND number <= ?", execution, end - MOST_LINES);
    }

    void skip(long execution, String step, StepNews.Skip skip) {
        change(
                "INSERT INTO batch_skips (execution, step, item, reason, skipped_at) VALUES (?, ?, ?, ?, ?)",
                execution,
                step,
                FailureWords.cut(skip.item(), MOST_OF_ITEM),
                skip.reason(),
                skip.at().toEpochMilli());
    }

    Optional<OneItem> skipped(long execution, long skip) {
        return NativeQueries.rows(
                        query("SELECT step, item FROM batch_skips WHERE execution = ? AND id = ?", execution, skip))
                .stream()
                .map(row -> new OneItem((String) row[0], (String) row[1]))
                .findFirst();
    }

    void retried(long skip, long retry) {
        change("UPDATE batch_skips SET retry = ? WHERE id = ?", retry, skip);
    }

    void fail(long execution, String step, String words) {
        change("UPDATE batch_executions SET failed_step = ?, failure = ? WHERE execution = ?", step, words, execution);
    }

    private int change(String sql, Object... parameters) {
        return query(sql, parameters).executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
