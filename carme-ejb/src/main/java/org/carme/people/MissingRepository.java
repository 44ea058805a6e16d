package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of those whom the directory does not know. */
@ApplicationScoped
@Transactional
class MissingRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected MissingRepository() {}

    MissingRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return longest missing first */
    List<MissingPerson> all() {
        return entityManager
                .createQuery("SELECT m FROM MissingPerson m ORDER BY m.since, m.user", MissingPerson.class)
                .getResultList();
    }

    Optional<MissingPerson> find(String user) {
        return Optional.ofNullable(entityManager.find(MissingPerson.class, user));
    }

    void add(String user, Instant since) {
        entityManager.persist(new MissingPerson(user, since));
    }

    void remove(MissingPerson person) {
        entityManager.remove(person);
    }
}
