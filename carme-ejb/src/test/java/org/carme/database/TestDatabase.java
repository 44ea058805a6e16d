package org.carme.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.api.MigrationVersion;

/** A new database with the real schema and the real persistence unit, without a container. */
public final class TestDatabase implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final Optional<String> atTheEnd;

    /** H2's, in memory. */
    public TestDatabase() {
        this(EmptyDatabase.inMemory());
    }

    private TestDatabase(EmptyDatabase empty) {
        atTheEnd = empty.atTheEnd();
        empty.migrate(MigrationVersion.LATEST);
        factory = Persistence.createEntityManagerFactory(
                "carme",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.jdbc.url",
                        empty.url(),
                        "jakarta.persistence.jdbc.user",
                        empty.user(),
                        "jakarta.persistence.jdbc.password",
                        empty.password(),
                        "eclipselink.logging.level",
                        "WARNING"));
    }

    /** One on the MariaDB that CARME_MARIADB_URL, _USER and _PASSWORD name. */
    public static TestDatabase onMariaDb() {
        return new TestDatabase(EmptyDatabase.onMariaDb());
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
