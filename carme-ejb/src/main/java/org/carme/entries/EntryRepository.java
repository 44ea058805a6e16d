package org.carme.entries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of tickets and entry sessions. */
@ApplicationScoped
@Transactional
class EntryRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected EntryRepository() {}

    EntryRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Ticket ticket) {
        entityManager.persist(ticket);
    }

    void add(EntrySessionRow session) {
        entityManager.persist(session);
    }

    /** Of several attempts at the same time one gets it, whatever the instance: the one that removes the row. */
    Optional<Ticket> use(String hash, String jobKey, Instant now) {
        return Optional.ofNullable(entityManager.find(Ticket.class, hash))
                .filter(ticket -> ticket.isGood(jobKey, now))
                .filter(ticket -> entityManager
                                .createQuery("DELETE FROM Ticket t WHERE t.hash = ?1")
                                .setParameter(1, hash)
                                .executeUpdate()
                        == 1);
    }

    Optional<EntrySession> session(String hash) {
        return Optional.ofNullable(entityManager.find(EntrySessionRow.class, hash))
                .map(EntrySessionRow::session);
    }

    int removeTicketsBefore(Instant time, int most) {
        return remove("Ticket", time, most);
    }

    int removeSessionsBefore(Instant time, int most) {
        return remove("EntrySessionRow", time, most);
    }

    private int remove(String entity, Instant time, int most) {
        List<?> expired = entityManager
                .createQuery("SELECT r.hash FROM " + entity + " r WHERE r.expiresAt < ?1")
                .setParameter(1, time)
                .setMaxResults(most)
                .getResultList();
        return expired.isEmpty()
                ? 0
                : entityManager
                        .createQuery("DELETE FROM " + entity + " r WHERE r.hash IN ?1")
                        .setParameter(1, expired)
                        .executeUpdate();
    }
}
