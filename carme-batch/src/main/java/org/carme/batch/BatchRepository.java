package org.carme.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The batch runtime's own tables, for the one thing its interface cannot do: end an execution whose process is dead.
 */
@ApplicationScoped
class BatchRepository {
    private static final String LEFT_OVER = """
            SELECT e.jobexecid, i.name FROM JBATCHEXECUTIONINSTANCEDATA e
            JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid
            WHERE e.batchstatus IN ('STARTING', 'STARTED', 'STOPPING')""";
    private static final String FAIL_STEPS = """
            UPDATE JBATCHSTEPEXECUTIONINSTANCEDATA SET batchstatus = 'FAILED', exitstatus = 'INTERRUPTED'
            WHERE jobexecid = ? AND batchstatus IN ('STARTING', 'STARTED', 'STOPPING')""";
    private static final String FAIL_EXECUTION = """
            UPDATE JBATCHEXECUTIONINSTANCEDATA SET batchstatus = 'FAILED', exitstatus = 'INTERRUPTED', endtime = CURRENT_TIMESTAMP
            WHERE jobexecid = ?""";

    @Resource(lookup = "jdbc/carme")
    private DataSource dataSource;

    /**
     * Marks every execution that counts as running as failed; only right after the start, when none can be.
     *
     * @return name of the job by execution
     */
    Map<Long, String> failLeftOvers() {
        try (Connection connection = dataSource.getConnection()) {
            Map<Long, String> found = leftOvers(connection);
            for (long execution : found.keySet()) {
                update(connection, FAIL_STEPS, execution);
                update(connection, FAIL_EXECUTION, execution);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The batch repository cannot be read", e);
        }
    }

    private static Map<Long, String> leftOvers(Connection connection) throws SQLException {
        Map<Long, String> found = new TreeMap<>();
        if (!isMade(connection)) {
            return found;
        }
        try (PreparedStatement query = connection.prepareStatement(LEFT_OVER);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getLong(1), rows.getString(2));
            }
        }
        return found;
    }

    /** The runtime makes its tables with the first execution. */
    private static boolean isMade(Connection connection) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, "JBATCHEXECUTIONINSTANCEDATA", null)) {
            return tables.next();
        }
    }

    private static void update(Connection connection, String sql, long execution) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, execution);
            update.executeUpdate();
        }
    }
}
