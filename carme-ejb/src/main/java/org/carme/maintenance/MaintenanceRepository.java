package org.carme.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

/** The one row of the maintenance. */
@ApplicationScoped
@Transactional
class MaintenanceRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected MaintenanceRepository() {}

    MaintenanceRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Maintenance read() {
        return find().maintenance();
    }

    MaintenanceRow lock() {
        return entityManager.find(MaintenanceRow.class, MaintenanceRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    MaintenanceRow find() {
        return entityManager.find(MaintenanceRow.class, MaintenanceRow.ONLY);
    }

    /**
     * Notes that the site's chat is told that the plan of that version is on. It changes no version: nobody has changed
     * the plan.
     *
     * @return whether nobody has noted that before
     */
    boolean toldOn(long version) {
        return entityManager
                        .createNativeQuery(
                                "UPDATE maintenance SET told_version = ?, told_over = FALSE WHERE told_version <> ?")
                        .setParameter(1, version)
                        .setParameter(2, version)
                        .executeUpdate()
                > 0;
    }

    /** The same for its end. */
    boolean toldOver() {
        return entityManager
                        .createNativeQuery("UPDATE maintenance SET told_over = TRUE WHERE told_over = FALSE")
                        .executeUpdate()
                > 0;
    }

    void flush() {
        entityManager.flush();
    }
}
