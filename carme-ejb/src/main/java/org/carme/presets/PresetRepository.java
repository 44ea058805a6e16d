package org.carme.presets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The preset rows. */
@ApplicationScoped
@Transactional
class PresetRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected PresetRepository() {}

    PresetRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Makes all that would add one queue up until the present transaction ends: they are seldom, and quick. */
    void lockNew() {
        entityManager.createNativeQuery("SELECT id FROM preset_lock FOR UPDATE").getSingleResult();
    }

    void add(PresetRow row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    /** @return by title */
    List<PresetRow> of(String user) {
        return entityManager
                .createQuery("SELECT p FROM PresetRow p WHERE p.user = ?1 ORDER BY p.title", PresetRow.class)
                .setParameter(1, user)
                .getResultList();
    }

    Optional<PresetRow> find(String user, String title) {
        return entityManager
                .createQuery("SELECT p FROM PresetRow p WHERE p.user = ?1 AND p.title = ?2", PresetRow.class)
                .setParameter(1, user)
                .setParameter(2, title)
                .getResultStream()
                .findFirst();
    }

    void remove(PresetRow row) {
        entityManager.remove(row);
    }

    Set<String> users() {
        return entityManager
                .createQuery("SELECT DISTINCT p.user FROM PresetRow p", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void removeAll(String user) {
        entityManager
                .createQuery("DELETE FROM PresetRow p WHERE p.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }
}
