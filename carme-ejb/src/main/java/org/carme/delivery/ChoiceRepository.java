package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of what people have chosen. */
@ApplicationScoped
@Transactional
class ChoiceRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ChoiceRepository() {}

    ChoiceRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<ChoiceRow> find(String user) {
        return entityManager
                .createQuery("SELECT c FROM ChoiceRow c WHERE c.user = ?1", ChoiceRow.class)
                .setParameter(1, user)
                .getResultStream()
                .findFirst();
    }

    void add(ChoiceRow row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    Set<String> users() {
        return entityManager
                .createQuery("SELECT c.user FROM ChoiceRow c", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void remove(String user) {
        entityManager
                .createQuery("DELETE FROM ChoiceRow c WHERE c.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }
}
