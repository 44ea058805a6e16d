package org.carme.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The rows of types and nodes. */
@ApplicationScoped
@Transactional
class InventoryRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected InventoryRepository() {}

    InventoryRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return by name */
    List<AcceleratorTypeRow> types() {
        return entityManager
                .createQuery("SELECT t FROM AcceleratorTypeRow t ORDER BY t.name", AcceleratorTypeRow.class)
                .getResultList();
    }

    Optional<AcceleratorTypeRow> lockType(String name) {
        return Optional.ofNullable(entityManager.find(AcceleratorTypeRow.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return by name */
    List<KnownNode> nodes() {
        return entityManager
                .createQuery("SELECT n FROM KnownNode n ORDER BY n.name", KnownNode.class)
                .getResultList();
    }

    /** @return the locked row as it is now, empty if somebody has removed it */
    Optional<KnownNode> lockNode(String name) {
        return Optional.ofNullable(entityManager.find(KnownNode.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Object row) {
        entityManager.persist(row);
    }

    void remove(KnownNode node) {
        entityManager.remove(node);
    }

    void flush() {
        entityManager.flush();
    }
}
