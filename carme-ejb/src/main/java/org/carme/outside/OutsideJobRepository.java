package org.carme.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The rows of jobs that were sent past Carme. */
@ApplicationScoped
@Transactional
class OutsideJobRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected OutsideJobRepository() {}

    OutsideJobRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return whatever had one of these ids */
    List<OutsideJob> withIds(Collection<String> slurmJobIds) {
        return entityManager
                .createQuery("SELECT o FROM OutsideJob o WHERE o.slurmJobId IN ?1", OutsideJob.class)
                .setParameter(1, slurmJobIds)
                .getResultList();
    }

    void add(OutsideJob job) {
        entityManager.persist(job);
    }

    List<OutsideKey> active() {
        return entityManager
                .createQuery(
                        "SELECT o.slurmJobId, o.submittedAt FROM OutsideJob o WHERE o.endedAt IS NULL", Object[].class)
                .getResultStream()
                .map(row -> new OutsideKey((String) row[0], (Instant) row[1]))
                .toList();
    }

    OutsideLook look() {
        return entityManager.find(OutsideLook.class, OutsideLook.ONLY);
    }

    OutsideLook lockLook() {
        return entityManager.find(OutsideLook.class, OutsideLook.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    long countEnded(String owner) {
        return entityManager
                .createQuery(
                        "SELECT COUNT(o) FROM OutsideJob o WHERE o.owner = ?1 AND o.endedAt IS NOT NULL", Long.class)
                .setParameter(1, owner)
                .getSingleResult();
    }

    /** @return by their ids */
    List<OutsideJob> of(String owner, long afterId, int limit) {
        return entityManager
                .createQuery(
                        "SELECT o FROM OutsideJob o WHERE o.owner = ?1 AND o.id > ?2 ORDER BY o.id", OutsideJob.class)
                .setParameter(1, owner)
                .setParameter(2, afterId)
                .setMaxResults(limit)
                .getResultList();
    }

    void renameEnded(String owner, String newOwner) {
        entityManager
                .createQuery("UPDATE OutsideJob o SET o.owner = ?1 WHERE o.owner = ?2 AND o.endedAt IS NOT NULL")
                .setParameter(1, newOwner)
                .setParameter(2, owner)
                .executeUpdate();
    }

    /** @return how many were removed */
    int removeEndedBefore(Instant time, int most) {
        List<Long> old = entityManager
                .createQuery("SELECT o.id FROM OutsideJob o WHERE o.endedAt < ?1", Long.class)
                .setParameter(1, time)
                .setMaxResults(most)
                .getResultList();
        return old.isEmpty()
                ? 0
                : entityManager
                        .createQuery("DELETE FROM OutsideJob o WHERE o.id IN ?1")
                        .setParameter(1, old)
                        .executeUpdate();
    }
}
