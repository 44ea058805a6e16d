package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of tokens, sessions and failed logins. */
@ApplicationScoped
@Transactional
class UserRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected UserRepository() {}

    UserRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<LoginOrigin> origin(String origin) {
        return Optional.ofNullable(entityManager.find(LoginOrigin.class, origin));
    }

    /** Locks the row, which is made if it is not there. */
    LoginOrigin lockOrigin(String origin, Instant now) {
        LoginOrigin known = entityManager.find(LoginOrigin.class, origin, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        LoginOrigin made = new LoginOrigin(origin, now);
        entityManager.persist(made);
        return made;
    }

    ApiToken add(ApiToken token) {
        entityManager.persist(token);
        entityManager.flush();
        return token;
    }

    List<ApiToken> tokens(String user) {
        return entityManager
                .createQuery("SELECT t FROM ApiToken t WHERE t.user = ?1 ORDER BY t.id DESC", ApiToken.class)
                .setParameter(1, user)
                .getResultList();
    }

    Set<String> tokenOwners() {
        return entityManager
                .createQuery("SELECT DISTINCT t.user FROM ApiToken t", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void removeTokens(String user) {
        entityManager
                .createQuery("DELETE FROM ApiToken t WHERE t.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }

    Optional<ApiToken> token(long id) {
        return Optional.ofNullable(entityManager.find(ApiToken.class, id));
    }

    Optional<ApiToken> lockToken(long id) {
        return Optional.ofNullable(entityManager.find(ApiToken.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Long> tokensExpiring(Instant from, Instant to, long after, int limit) {
        return entityManager
                .createQuery(
                        "SELECT t.id FROM ApiToken t WHERE t.expiresAt > ?1 AND t.expiresAt <= ?2 AND t.id > ?3"
                                + " ORDER BY t.id",
                        Long.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, after)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<ApiToken> tokenByHash(String hash) {
        return entityManager
                .createQuery("SELECT t FROM ApiToken t WHERE t.hash = ?1", ApiToken.class)
                .setParameter(1, hash)
                .getResultStream()
                .findFirst();
    }

    void remove(ApiToken token) {
        entityManager.remove(token);
    }

    void add(PortalSession session) {
        entityManager.persist(session);
    }

    Optional<PortalSession> session(String keyHash) {
        return Optional.ofNullable(entityManager.find(PortalSession.class, keyHash));
    }

    /** @return newest first */
    List<PortalSession> sessions(String user) {
        return entityManager
                .createQuery(
                        "SELECT s FROM PortalSession s WHERE s.user = ?1 ORDER BY s.startedAt DESC",
                        PortalSession.class)
                .setParameter(1, user)
                .getResultList();
    }

    void removeSessions(String user) {
        entityManager
                .createQuery("DELETE FROM PortalSession s WHERE s.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }

    /** @return those of the hashes that a session's row has */
    Set<String> sessionsAmong(Collection<String> keyHashes) {
        return entityManager
                .createQuery("SELECT s.keyHash FROM PortalSession s WHERE s.keyHash IN ?1", String.class)
                .setParameter(1, keyHashes)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    long countSessionsSince(Instant lastAction) {
        return entityManager
                .createQuery("SELECT COUNT(s) FROM PortalSession s WHERE s.lastActionAt > ?1", Long.class)
                .setParameter(1, lastAction)
                .getSingleResult();
    }

    void remove(PortalSession session) {
        entityManager.remove(session);
    }

    void removeSessionsOlderThan(Instant limit, String user) {
        entityManager
                .createQuery("DELETE FROM PortalSession s WHERE s.lastActionAt < ?1 AND s.user = ?2")
                .setParameter(1, limit)
                .setParameter(2, user)
                .executeUpdate();
    }

    int removeSessionsOlderThan(Instant limit, int most) {
        return remove("PortalSession r", "r.keyHash", "r.lastActionAt < ?1", limit, most);
    }

    int removeFailedOriginsOlderThan(Instant limit, int most) {
        return remove("LoginOrigin r", "r.origin", "r.lastTriedAt < ?1 AND r.failures > 0", limit, most);
    }

    int removeOriginsOlderThan(Instant limit, int most) {
        return remove("LoginOrigin r", "r.origin", "r.lastTriedAt < ?1", limit, most);
    }

    int removeTokensExpiredBefore(Instant limit, int most) {
        return remove("ApiToken r", "r.id", "r.expiresAt < ?1", limit, most);
    }

    /** Looks again when it removes: the row may have been renewed in between. */
    private int remove(String rows, String id, String old, Instant limit, int most) {
        List<?> found = entityManager
                .createQuery("SELECT " + id + " FROM " + rows + " WHERE " + old)
                .setParameter(1, limit)
                .setMaxResults(most)
                .getResultList();
        return found.isEmpty()
                ? 0
                : entityManager
                        .createQuery("DELETE FROM " + rows + " WHERE " + id + " IN ?2 AND " + old)
                        .setParameter(1, limit)
                        .setParameter(2, found)
                        .executeUpdate();
    }
}
