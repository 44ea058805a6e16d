package org.carme.leases;

import jakarta.persistence.EntityManager;

/** Leases outside a container, for tests of other packages. */
public final class TestLeases {
    private TestLeases() {}

    public static Leases on(EntityManager entityManager) {
        Leases leases = new Leases();
        leases.rows = new LeaseRepository(entityManager);
        return leases;
    }
}
