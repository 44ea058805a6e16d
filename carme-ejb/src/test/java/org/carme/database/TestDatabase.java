package org.carme.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/** A new database with the real schema and the real persistence unit, without a container. */
public final class TestDatabase implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final Optional<String> atTheEnd;

    /** H2's, in memory. */
    public TestDatabase() {
        this(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
                "sa",
                "",
                Optional.empty());
    }

    private TestDatabase(String url, String user, String password, Optional<String> atTheEnd) {
        this.atTheEnd = atTheEnd;
        Flyway.configure().dataSource(url, user, password).load().migrate();
        factory = Persistence.createEntityManagerFactory(
                "carme",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.jdbc.url",
                        url,
                        "jakarta.persistence.jdbc.user",
                        user,
                        "jakarta.persistence.jdbc.password",
                        password,
                        "eclipselink.logging.level",
                        "WARNING"));
    }

    /** One on the MariaDB that CARME_MARIADB_URL, _USER and _PASSWORD name; there, too, transactions see what is committed. */
    public static TestDatabase onMariaDb() {
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
        return new TestDatabase(url, user, password, Optional.of("DROP DATABASE " + name));
    }

    public EntityManager open() {
        return factory.createEntityManager();
    }

    /** Runs the action in a transaction of that entity manager. */
    public static <T> T inTransaction(EntityManager entityManager, Supplier<T> action) {
        entityManager.getTransaction().begin();
        try {
            T result = action.get();
            entityManager.getTransaction().commit();
            return result;
        } finally {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
        }
    }

    @Override
    public void close() {
        atTheEnd.ifPresent(statement -> {
            try (EntityManager last = open()) {
                inTransaction(last, () -> last.createNativeQuery(statement).executeUpdate());
            }
        });
        factory.close();
    }
}
