package org.carme.schedules;

import static org.carme.database.NativeQueries.filled;
import static org.carme.database.NativeQueries.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history that the batch runtime keeps, in tables that it makes with the first execution. */
@ApplicationScoped
@Transactional
class RunRepository {
    private static final String MADE =
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'JBATCHEXECUTIONINSTANCEDATA'";
    private static final String LAST = """
            SELECT name, jobexecid, batchstatus, starttime, createtime, endtime FROM (
            SELECT i.name, e.jobexecid, e.batchstatus, e.starttime, e.createtime, e.endtime,
            ROW_NUMBER() OVER (PARTITION BY i.name ORDER BY e.jobexecid DESC) AS place
            FROM JBATCHEXECUTIONINSTANCEDATA e
            JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid) numbered
            WHERE place <= ? ORDER BY jobexecid DESC""";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected RunRepository() {}

    RunRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return the last runs of each job, newest first */
    Map<String, List<Run>> last(int most) {
        Map<String, List<Run>> found = new HashMap<>();
        if (isMade()) {
            rows(filled(entityManager.createNativeQuery(LAST), most))
                    .forEach(row -> found.computeIfAbsent((String) row[0], name -> new ArrayList<>())
                            .add(run(row)));
        }
        return found;
    }

    private boolean isMade() {
        return ((Number) entityManager.createNativeQuery(MADE).getSingleResult()).longValue() > 0;
    }

    private static Run run(Object[] row) {
        RunOutcome outcome = RunOutcome.of((String) row[2]);
        Optional<Instant> started = instant(row[3]).or(() -> instant(row[4]));
        return new Run(
                ((Number) row[1]).longValue(),
                outcome,
                started.orElse(Instant.EPOCH),
                outcome == RunOutcome.RUNNING
                        ? Optional.empty()
                        : instant(row[5]).or(() -> started));
    }

    private static Optional<Instant> instant(Object time) {
        return Optional.ofNullable((Timestamp) time).map(Timestamp::toInstant);
    }
}
