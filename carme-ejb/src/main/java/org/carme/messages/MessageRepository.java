package org.carme.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The message rows. */
@ApplicationScoped
class MessageRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected MessageRepository() {}

    MessageRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(MessageRow row) {
        entityManager.persist(row);
    }

    List<MessageRow> recent(String user, int limit) {
        return entityManager
                .createQuery("SELECT m FROM MessageRow m WHERE m.user = ?1 ORDER BY m.id DESC", MessageRow.class)
                .setParameter(1, user)
                .setMaxResults(limit)
                .getResultList();
    }

    int unread(String user) {
        return entityManager
                .createQuery("SELECT COUNT(m) FROM MessageRow m WHERE m.user = ?1 AND m.unread = TRUE", Long.class)
                .setParameter(1, user)
                .getSingleResult()
                .intValue();
    }

    void markAllRead(String user) {
        entityManager
                .createQuery("UPDATE MessageRow m SET m.unread = FALSE WHERE m.user = ?1 AND m.unread = TRUE")
                .setParameter(1, user)
                .executeUpdate();
    }

    int removeOlderThan(Instant time, int most) {
        List<Long> old = entityManager
                .createQuery("SELECT m.id FROM MessageRow m WHERE m.createdAt < ?1", Long.class)
                .setParameter(1, time)
                .setMaxResults(most)
                .getResultList();
        return old.isEmpty()
                ? 0
                : entityManager
                        .createQuery("DELETE FROM MessageRow m WHERE m.id IN ?1")
                        .setParameter(1, old)
                        .executeUpdate();
    }
}
