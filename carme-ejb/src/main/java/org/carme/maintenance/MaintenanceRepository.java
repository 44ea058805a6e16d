package org.carme.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** The one row of the maintenance. */
@ApplicationScoped
class MaintenanceRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected MaintenanceRepository() {}

    MaintenanceRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Maintenance read() {
        return entityManager.find(MaintenanceRow.class, MaintenanceRow.ONLY).maintenance();
    }

    MaintenanceRow lock() {
        return entityManager.find(MaintenanceRow.class, MaintenanceRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    void flush() {
        entityManager.flush();
    }
}
