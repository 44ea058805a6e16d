package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The rows of what was sent to try a channel. */
@ApplicationScoped
@Transactional
class TrialRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected TrialRepository() {}

    TrialRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<TrialRow> lock(String user) {
        return Optional.ofNullable(entityManager.find(TrialRow.class, user, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Who loses against another first one meets its row when he tries again. */
    TrialRow add(TrialRow row) {
        entityManager.persist(row);
        entityManager.flush();
        return row;
    }

    long count(String user) {
        return entityManager
                .createQuery("SELECT COUNT(t) FROM TrialRow t WHERE t.user = ?1", Long.class)
                .setParameter(1, user)
                .getSingleResult();
    }

    List<String> users() {
        return entityManager
                .createQuery("SELECT t.user FROM TrialRow t", String.class)
                .getResultList();
    }

    void remove(String user) {
        entityManager
                .createQuery("DELETE FROM TrialRow t WHERE t.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }
}
