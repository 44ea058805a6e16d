package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.delivery.OutboxRow.State;

/** The rows of the outbox. */
@ApplicationScoped
@Transactional
class OutboxRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected OutboxRepository() {}

    OutboxRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(OutboxRow row) {
        entityManager.persist(row);
    }

    /** @return whose messages are due while none of his is being sent or waits for another try, oldest first */
    List<String> due(Channel channel, Instant now, int most) {
        return entityManager
                .createQuery("""
                        SELECT o.user, MIN(o.id) AS oldest FROM OutboxRow o
                        WHERE o.channel = ?1 AND o.state = ?2 AND o.notBefore <= ?3 AND NOT EXISTS (
                            SELECT b.id FROM OutboxRow b WHERE b.channel = ?1 AND b.state = ?2 AND b.user = o.user
                            AND b.attempts > 0 AND b.notBefore > ?3)
                        GROUP BY o.user ORDER BY oldest""", Object[].class)
                .setParameter(1, channel)
                .setParameter(2, State.WAITING)
                .setParameter(3, now)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> (String) row[0])
                .toList();
    }

    /** @return a letter of which nobody knows whether it has arrived */
    Optional<String> unfinished(Channel channel, String user) {
        return entityManager
                .createQuery("""
                        SELECT o.letter FROM OutboxRow o
                        WHERE o.channel = ?1 AND o.user = ?2 AND o.state = ?3 AND o.letter IS NOT NULL
                        ORDER BY o.id""", String.class)
                .setParameter(1, channel)
                .setParameter(2, user)
                .setParameter(3, State.WAITING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Claims a letter that was begun, unless somebody else does it. */
    void takeOver(String letter, String claim, Instant now, Instant until) {
        entityManager
                .createQuery("""
                        UPDATE OutboxRow o SET o.claim = ?1, o.notBefore = ?2, o.attempts = o.attempts + 1
                        WHERE o.letter = ?3 AND o.state = ?4 AND o.notBefore <= ?5""")
                .setParameter(1, claim)
                .setParameter(2, until)
                .setParameter(3, letter)
                .setParameter(4, State.WAITING)
                .setParameter(5, now)
                .executeUpdate();
    }

    /** Claims all that waits for that user, as one letter of the claim's name. */
    void gather(Channel channel, String user, String claim, Instant until) {
        entityManager
                .createQuery("""
                        UPDATE OutboxRow o
                        SET o.letter = ?1, o.claim = ?1, o.notBefore = ?2, o.attempts = o.attempts + 1
                        WHERE o.channel = ?3 AND o.user = ?4 AND o.state = ?5 AND o.letter IS NULL""")
                .setParameter(1, claim)
                .setParameter(2, until)
                .setParameter(3, channel)
                .setParameter(4, user)
                .setParameter(5, State.WAITING)
                .executeUpdate();
    }

    /** @return oldest first and locked; none if somebody else has claimed them since */
    List<OutboxRow> claimed(String claim) {
        return entityManager
                .createQuery("SELECT o FROM OutboxRow o WHERE o.claim = ?1 ORDER BY o.id", OutboxRow.class)
                .setParameter(1, claim)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    long count(Channel channel, State state) {
        return entityManager
                .createQuery("SELECT COUNT(o) FROM OutboxRow o WHERE o.channel = ?1 AND o.state = ?2", Long.class)
                .setParameter(1, channel)
                .setParameter(2, state)
                .getSingleResult();
    }

    Optional<Instant> lastSent(Channel channel) {
        return entityManager
                .createQuery("""
                        SELECT o.sentAt FROM OutboxRow o WHERE o.channel = ?1 AND o.sentAt IS NOT NULL
                        ORDER BY o.sentAt DESC""", Instant.class)
                .setParameter(1, channel)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<Failure> lastFailed(Channel channel) {
        return entityManager
                .createQuery("""
                        SELECT o FROM OutboxRow o WHERE o.channel = ?1 AND o.failedAt IS NOT NULL
                        ORDER BY o.failedAt DESC""", OutboxRow.class)
                .setParameter(1, channel)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(OutboxRow::failure);
    }

    /** @return of those that have not arrived */
    Optional<Failure> lastUnsent(Channel channel, String user) {
        return entityManager
                .createQuery("""
                        SELECT o FROM OutboxRow o
                        WHERE o.channel = ?1 AND o.user = ?2 AND o.state <> ?3 AND o.failedAt IS NOT NULL
                        ORDER BY o.failedAt DESC""", OutboxRow.class)
                .setParameter(1, channel)
                .setParameter(2, user)
                .setParameter(3, State.SENT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(OutboxRow::failure);
    }

    long count(String user) {
        return entityManager
                .createQuery("SELECT COUNT(o) FROM OutboxRow o WHERE o.user = ?1", Long.class)
                .setParameter(1, user)
                .getSingleResult();
    }

    long count(String user, Channel channel, State state) {
        return entityManager
                .createQuery(
                        "SELECT COUNT(o) FROM OutboxRow o WHERE o.user = ?1 AND o.channel = ?2 AND o.state = ?3",
                        Long.class)
                .setParameter(1, user)
                .setParameter(2, channel)
                .setParameter(3, state)
                .getSingleResult();
    }

    Set<String> users() {
        return entityManager
                .createQuery("SELECT DISTINCT o.user FROM OutboxRow o WHERE o.user <> ?1", String.class)
                .setParameter(1, SiteChat.RECIPIENT)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void remove(String user) {
        entityManager
                .createQuery("DELETE FROM OutboxRow o WHERE o.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }

    int removeOlderThan(Instant time, int most) {
        List<Long> old = entityManager
                .createQuery("SELECT o.id FROM OutboxRow o WHERE o.toldAt < ?1", Long.class)
                .setParameter(1, time)
                .setMaxResults(most)
                .getResultList();
        return old.isEmpty()
                ? 0
                : entityManager
                        .createQuery("DELETE FROM OutboxRow o WHERE o.id IN ?1")
                        .setParameter(1, old)
                        .executeUpdate();
    }
}
