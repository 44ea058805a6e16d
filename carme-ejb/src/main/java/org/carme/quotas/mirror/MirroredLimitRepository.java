package org.carme.quotas.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The rows of limits for which commands were handed out. */
@ApplicationScoped
@Transactional
class MirroredLimitRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected MirroredLimitRepository() {}

    MirroredLimitRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<MirroredLimit> all() {
        return entityManager
                .createQuery("SELECT m FROM MirroredLimit m ORDER BY m.id", MirroredLimit.class)
                .getResultList();
    }

    void add(MirroredLimit limit) {
        entityManager.persist(limit);
    }

    void remove(MirroredLimit limit) {
        entityManager.remove(limit);
    }
}
