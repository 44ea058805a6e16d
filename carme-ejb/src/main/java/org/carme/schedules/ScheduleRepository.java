package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Schedules that were changed, and what is planned. */
@ApplicationScoped
@Transactional
class ScheduleRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ScheduleRepository() {}

    ScheduleRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<ScheduleRow> changed() {
        return entityManager
                .createQuery("SELECT s FROM ScheduleRow s", ScheduleRow.class)
                .getResultList();
    }

    Optional<ScheduleRow> changed(String job) {
        return Optional.ofNullable(entityManager.find(ScheduleRow.class, job));
    }

    Optional<ScheduleRow> lock(String job) {
        return Optional.ofNullable(entityManager.find(ScheduleRow.class, job, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(ScheduleRow row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    void remove(ScheduleRow row) {
        entityManager.remove(row);
    }

    void flush() {
        entityManager.flush();
    }

    List<FireRow> fires() {
        return entityManager
                .createQuery("SELECT f FROM FireRow f", FireRow.class)
                .getResultList();
    }

    /** Only the holder of the lease calls it, so that nobody else adds the row meanwhile. */
    FireRow fire(String job) {
        FireRow row = entityManager.find(FireRow.class, job, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new FireRow(job);
            entityManager.persist(row);
        }
        return row;
    }
}
