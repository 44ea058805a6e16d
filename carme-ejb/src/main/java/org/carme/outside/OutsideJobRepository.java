package org.carme.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The rows of jobs that were sent past Carme. */
@ApplicationScoped
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
