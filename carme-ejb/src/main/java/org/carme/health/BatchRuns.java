package org.carme.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.carme.users.Administrators;

/**
 * How the batch jobs of all instances went last, from the tables of the batch runtime, whose own interface shows an
 * execution to nobody but the component that started it. Their history is long, so it is read every ten seconds at most.
 */
@ApplicationScoped
public class BatchRuns {
    private static final Logger LOG = System.getLogger(BatchRuns.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final String LAST = """
            SELECT l.job, e.batchstatus, e.starttime, e.endtime
            FROM (SELECT job, MAX(execution) AS execution FROM batch_executions GROUP BY job) l
            JOIN JBATCHEXECUTIONINSTANCEDATA e ON e.jobexecid = l.execution ORDER BY l.job""";

    @Inject
    Administrators administrators;

    @Inject
    Clock clock;

    @Resource(lookup = "jdbc/carme")
    DataSource dataSource;

    private List<BatchRun> runs = List.of();
    private Instant asOf = Instant.EPOCH;

    /** @return by name; a job that has never run is missing, and while the database is away it is what was last read */
    public List<BatchRun> last(String admin) {
        administrators.require(admin);
        return fresh();
    }

    private synchronized List<BatchRun> fresh() {
        Instant now = clock.instant();
        if (asOf.plus(FRESH).isBefore(now)) {
            asOf = now;
            try {
                runs = read();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "The batch repository cannot be read", e);
            }
        }
        return runs;
    }

    private List<BatchRun> read() throws SQLException {
        List<BatchRun> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            if (!isMade(connection)) {
                return List.of();
            }
            try (PreparedStatement query = connection.prepareStatement(LAST);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(run(rows));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The runtime makes its tables with the first execution. */
    private static boolean isMade(Connection connection) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, "JBATCHEXECUTIONINSTANCEDATA", null)) {
            return tables.next();
        }
    }

    private static BatchRun run(ResultSet row) throws SQLException {
        BatchRun.Outcome outcome = BatchRun.Outcome.of(row.getString(2));
        Optional<Instant> started = Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant);
        Optional<Instant> ended = Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant);
        return new BatchRun(
                row.getString(1),
                outcome,
                started.or(() -> ended).orElse(Instant.EPOCH),
                outcome == BatchRun.Outcome.RUNNING ? Optional.empty() : ended);
    }
}
