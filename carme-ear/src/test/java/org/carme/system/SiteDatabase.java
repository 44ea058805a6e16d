package org.carme.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection of the tests' own to the MariaDB that portals have with {@link SiteIT#settings}. */
final class SiteDatabase implements AutoCloseable {
    private static final int NO_SUCH_CONNECTION = 1094;

    private final Connection connection;

    SiteDatabase() {
        try {
            connection = connect();
        } catch (SQLException e) {
            throw new AssertionError("No connection to the database", e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getenv("CARME_MARIADB_URL"),
                System.getenv("CARME_MARIADB_USER"),
                System.getenv("CARME_MARIADB_PASSWORD"));
    }

    /** Whether the database is there. */
    static boolean answers() {
        try (Connection attempt = connect()) {
            return attempt.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** @return the first column of all rows */
    List<Long> numbers(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Long> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Ends another connection, unless it has ended by itself. */
    void end(long other) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("KILL " + other);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_CONNECTION) {
                throw new AssertionError("The connection " + other + " does not end", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError("The database does not end the connection", e);
        }
    }
}
