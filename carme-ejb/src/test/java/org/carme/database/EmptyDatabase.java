package org.carme.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** A new database without a schema; where it does not vanish by itself, a statement removes it. */
record EmptyDatabase(String url, String user, String password, Optional<String> atTheEnd) {
    /** H2's, in memory. */
    static EmptyDatabase inMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
        return new EmptyDatabase(url, "sa", "", Optional.empty());
    }

    /** One on the MariaDB that CARME_MARIADB_URL, _USER and _PASSWORD name; there, too, transactions see what is committed. */
    static EmptyDatabase onMariaDb() {
        String name = "carme_" + UUID.randomUUID().toString().replace('-', '_');
        String server = System.getenv("CARME_MARIADB_URL");
        String user = System.getenv("CARME_MARIADB_USER");
        String password = System.getenv("CARME_MARIADB_PASSWORD");
        try (Connection connection = DriverManager.getConnection(server, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = server.substring(0, server.lastIndexOf('/') + 1) + name
                + "?sessionVariables=tx_isolation='READ-COMMITTED'";
        return new EmptyDatabase(url, user, password, Optional.of("DROP DATABASE " + name));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void migrate(MigrationVersion target) {
        Flyway.configure().dataSource(url, user, password).target(target).load().migrate();
    }
}
