package org.carme.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The message rows. */
@ApplicationScoped
@Transactional
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

    /** @return older ones than that, newest first */
    List<MessageRow> before(String user, MessageQuery query, long id, int limit) {
        TypedQuery<MessageRow> rows = entityManager
                .createQuery(
                        "SELECT m FROM MessageRow m WHERE m.user = ?1 AND m.id < ?2"
                                + (query.unreadOnly() ? " AND m.unread = TRUE" : "")
                                + (query.kind().isPresent() ? " AND m.kind = ?3" : "")
                                + " ORDER BY m.id DESC",
                        MessageRow.class)
                .setParameter(1, user)
                .setParameter(2, id);
        query.kind().ifPresent(kind -> rows.setParameter(3, kind));
        return rows.setMaxResults(limit).getResultList();
    }

    Set<String> readers() {
        return entityManager
                .createQuery("SELECT DISTINCT m.user FROM MessageRow m", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    long count(String user) {
        return entityManager
                .createQuery("SELECT COUNT(m) FROM MessageRow m WHERE m.user = ?1", Long.class)
                .setParameter(1, user)
                .getSingleResult();
    }

    long countSince(String user, String key, long job, Instant time) {
        return entityManager
                .createQuery(
                        "SELECT COUNT(m) FROM MessageRow m"
                                + " WHERE m.user = ?1 AND m.key = ?2 AND m.job = ?3 AND m.createdAt >= ?4",
                        Long.class)
                .setParameter(1, user)
                .setParameter(2, key)
                .setParameter(3, job)
                .setParameter(4, time)
                .getSingleResult();
    }

    void remove(String user) {
        entityManager
                .createQuery("DELETE FROM MessageRow m WHERE m.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }

    int unread(String user) {
        return entityManager
                .createQuery("SELECT COUNT(m) FROM MessageRow m WHERE m.user = ?1 AND m.unread = TRUE", Long.class)
                .setParameter(1, user)
                .getSingleResult()
                .intValue();
    }

    void markRead(String user, Collection<Long> ids) {
        entityManager
                .createQuery("UPDATE MessageRow m SET m.unread = FALSE WHERE m.user = ?1 AND m.id IN ?2")
                .setParameter(1, user)
                .setParameter(2, ids)
                .executeUpdate();
    }

    void remove(String user, Collection<Long> ids) {
        entityManager
                .createQuery("DELETE FROM MessageRow m WHERE m.user = ?1 AND m.id IN ?2")
                .setParameter(1, user)
                .setParameter(2, ids)
                .executeUpdate();
    }

    void removeRead(String user) {
        entityManager
                .createQuery("DELETE FROM MessageRow m WHERE m.user = ?1 AND m.unread = FALSE")
                .setParameter(1, user)
                .executeUpdate();
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
