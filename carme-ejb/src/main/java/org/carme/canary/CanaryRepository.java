package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of self-tests. */
@ApplicationScoped
@Transactional
class CanaryRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected CanaryRepository() {}

    CanaryRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    CanaryRow add(CanaryRow row) {
        entityManager.persist(row);
        entityManager.flush();
        return row;
    }

    Optional<CanaryRow> lock(long run) {
        return Optional.ofNullable(entityManager.find(CanaryRow.class, run, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return newest first */
    List<CanaryRow> newest(int most) {
        return entityManager
                .createQuery("SELECT r FROM CanaryRow r ORDER BY r.id DESC", CanaryRow.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Locks those that have begun and not ended. */
    List<CanaryRow> lockOpen() {
        return entityManager
                .createQuery("SELECT r FROM CanaryRow r WHERE r.endedAt IS NULL ORDER BY r.id", CanaryRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** @return the last one that came to an end of its own */
    Optional<CanaryRow> lastEnded() {
        return first(
                "SELECT r FROM CanaryRow r WHERE r.endedAt IS NOT NULL AND r.interrupted = FALSE ORDER BY r.id DESC");
    }

    /** @return the one whose outcome administrators know */
    Optional<CanaryRow> lastTold() {
        return first("SELECT r FROM CanaryRow r WHERE r.told = TRUE ORDER BY r.id DESC");
    }

    private Optional<CanaryRow> first(String query) {
        return entityManager
                .createQuery(query, CanaryRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void remove(long run) {
        Optional.ofNullable(entityManager.find(CanaryRow.class, run)).ifPresent(entityManager::remove);
    }

    void removeBefore(Instant time) {
        entityManager
                .createNativeQuery("DELETE FROM canary_runs WHERE started_at < ?")
                .setParameter(1, time.toEpochMilli())
                .executeUpdate();
    }
}
