package org.carme.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/** A new H2 database with the real schema and the real persistence unit, without a container. */
public final class TestDatabase implements AutoCloseable {
    private final EntityManagerFactory factory;

    public TestDatabase() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        factory = Persistence.createEntityManagerFactory(
                "carme",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.jdbc.url", url,
                        "jakarta.persistence.jdbc.user", "sa",
                        "jakarta.persistence.jdbc.password", "",
                        "eclipselink.logging.level", "WARNING"));
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
        factory.close();
    }
}
