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

    /**
     * Notes what the site's chat is told, which changes no version: nobody has changed the plan.
     *
     * @param on whether a maintenance is on
     * @return whether that was not noted before
     */
    boolean told(boolean on) {
        boolean news = !entityManager
                .createNativeQuery("SELECT id FROM maintenance WHERE told_site <> ?")
                .setParameter(1, on)
                .getResultList()
                .isEmpty();
        return news
                && entityManager
                                .createNativeQuery("UPDATE maintenance SET told_site = ? WHERE told_site <> ?")
                                .setParameter(1, on)
                                .setParameter(2, on)
                                .executeUpdate()
                        > 0;
    }

    void flush() {
        entityManager.flush();
    }
}
