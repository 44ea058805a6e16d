package org.carme.entries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The rows of tickets and entry sessions. */
@ApplicationScoped
class EntryRepository {
    @PersistenceContext(unitName = "carme")
    private EntityManager entityManager;

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

    int removeOlderThan(Instant time) {
        return delete("DELETE FROM Ticket t WHERE t.expiresAt < ?1", time)
                + delete("DELETE FROM EntrySessionRow s WHERE s.expiresAt < ?1", time);
    }

    private int delete(String query, Instant before) {
        return entityManager.createQuery(query).setParameter(1, before).executeUpdate();
    }
}
