package org.carme.schedules;

import static org.carme.database.NativeQueries.filled;
import static org.carme.database.NativeQueries.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The history that the batch runtime keeps, in tables that it makes with the first execution. It is asked for job by job,
 * as it may be long and the runtime's tables have no index for that.
 */
@ApplicationScoped
@Transactional
class RunRepository {
    private static final String MADE =
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'JBATCHEXECUTIONINSTANCEDATA'";

    /**
     * With an equality instead of a range MariaDB would not go along the index, but sort all that the job has, unless the
     * collation of the connection is the column's.
     */
    private static final String LAST = """
            SELECT e.jobexecid, e.batchstatus, e.starttime, e.createtime, e.endtime, b.verdict
            FROM (SELECT execution, verdict FROM batch_executions WHERE job >= ? AND job <= ? AND execution < ?
                ORDER BY job, execution DESC LIMIT ?) b
            JOIN JBATCHEXECUTIONINSTANCEDATA e ON e.jobexecid = b.execution ORDER BY e.jobexecid DESC""";

    private static final String FAILURE =
            "SELECT verdict, failed_step, failure FROM batch_executions WHERE execution = ?";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected RunRepository() {}

    RunRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return the last runs of each of these jobs, newest first; nothing while the tables are missing */
    Map<String, List<Run>> last(Collection<ScheduledJob> jobs, int most) {
        return isMade()
                ? jobs.stream().collect(Collectors.toMap(ScheduledJob::name, job -> last(job.name(), most)))
                : Map.of();
    }

    private List<Run> last(String job, int most) {
        return rows(filled(entityManager.createNativeQuery(LAST), job, job, Long.MAX_VALUE, most)).stream()
                .map(RunRepository::run)
                .toList();
    }

    /** @return empty of one of which nothing is kept beside the runtime's own rows */
    Optional<RunFailure> failure(long execution) {
        return rows(filled(entityManager.createNativeQuery(FAILURE), execution)).stream()
                .map(row -> new RunFailure(text(row[0]), text(row[1]), text(row[2])))
                .findFirst();
    }

    private static String text(Object column) {
        return column == null ? "" : (String) column;
    }

    private boolean isMade() {
        return ((Number) entityManager.createNativeQuery(MADE).getSingleResult()).longValue() > 0;
    }

    /** One that was judged has failed, even if it does not listen and still runs, until somebody gives it up. */
    private static Run run(Object[] row) {
        RunOutcome told = RunOutcome.of((String) row[1]);
        Optional<Instant> started = instant(row[2]).or(() -> instant(row[3]));
        return new Run(
                ((Number) row[0]).longValue(),
                row[5] == null || RunOutcome.isGivenUp((String) row[1]) ? told : RunOutcome.FAILED,
                started.orElse(Instant.EPOCH),
                told == RunOutcome.RUNNING ? Optional.empty() : instant(row[4]).or(() -> started));
    }

    private static Optional<Instant> instant(Object time) {
        return Optional.ofNullable((Timestamp) time).map(Timestamp::toInstant);
    }
}
