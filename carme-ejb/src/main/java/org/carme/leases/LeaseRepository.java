package org.carme.leases;

import static org.carme.database.NativeQueries.filled;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** The rows of leases. Their times are the database's, because the clocks of portals differ. */
@ApplicationScoped
@Transactional
class LeaseRepository {
    private static final String EXTEND =
            "UPDATE leases SET expires_at = UNIX_TIMESTAMP() + ? WHERE name = ? AND holder = ?";
    private static final String TAKE_OVER =
            "UPDATE leases SET holder = ?, fence = fence + 1, expires_at = UNIX_TIMESTAMP() + ?"
                    + " WHERE name = ? AND expires_at < UNIX_TIMESTAMP()";
    private static final String LOCK =
            "SELECT fence FROM leases WHERE name = ? AND holder = ? AND fence = ? FOR UPDATE";
    private static final String EXPIRE =
            "UPDATE leases SET holder = '', expires_at = 0 WHERE name = ? AND holder = ? AND fence = ?";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected LeaseRepository() {}

    LeaseRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    boolean extend(String name, String holder, Duration lasting) {
        return change(EXTEND, lasting.toSeconds(), name, holder);
    }

    boolean takeOver(String name, String holder, Duration lasting) {
        return change(TAKE_OVER, holder, lasting.toSeconds(), name);
    }

    void expire(Lease lease) {
        change(EXPIRE, lease.name(), lease.holder(), lease.fence());
    }

    long fence(String name) {
        return ((Number) filled(entityManager.createNativeQuery("SELECT fence FROM leases WHERE name = ?"), name)
                        .getSingleResult())
                .longValue();
    }

    boolean lock(Lease lease) {
        return !filled(entityManager.createNativeQuery(LOCK), lease.name(), lease.holder(), lease.fence())
                .getResultList()
                .isEmpty();
    }

    private boolean change(String sql, Object... parameters) {
        return filled(entityManager.createNativeQuery(sql), parameters).executeUpdate() > 0;
    }
}
