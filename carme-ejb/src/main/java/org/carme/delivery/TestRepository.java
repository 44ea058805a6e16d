package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The rows of what was sent to try a channel. */
@ApplicationScoped
class TestRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected TestRepository() {}

    TestRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<TestRow> lock(String user) {
        return Optional.ofNullable(entityManager.find(TestRow.class, user, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Who loses against another first one meets its row when he tries again. */
    TestRow add(TestRow row) {
        entityManager.persist(row);
        entityManager.flush();
        return row;
    }

    long count(String user) {
        return entityManager
                .createQuery("SELECT COUNT(t) FROM TestRow t WHERE t.user = ?1", Long.class)
                .setParameter(1, user)
                .getSingleResult();
    }

    List<String> users() {
        return entityManager
                .createQuery("SELECT t.user FROM TestRow t", String.class)
                .getResultList();
    }

    void remove(String user) {
        entityManager
                .createQuery("DELETE FROM TestRow t WHERE t.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }
}
