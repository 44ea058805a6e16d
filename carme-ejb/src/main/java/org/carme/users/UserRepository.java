package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of tokens, sessions and failed logins. */
@ApplicationScoped
class UserRepository {
    @PersistenceContext(unitName = "carme")
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

    Optional<ApiToken> token(long id) {
        return Optional.ofNullable(entityManager.find(ApiToken.class, id));
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

    void remove(PortalSession session) {
        entityManager.remove(session);
    }

    int removeSessionsOlderThan(Instant limit) {
        return delete("DELETE FROM PortalSession s WHERE s.lastActionAt < ?1", limit);
    }

    int removeFailedOriginsOlderThan(Instant limit) {
        return delete("DELETE FROM LoginOrigin o WHERE o.lastTriedAt < ?1 AND o.failures > 0", limit);
    }

    int removeOriginsOlderThan(Instant limit) {
        return delete("DELETE FROM LoginOrigin o WHERE o.lastTriedAt < ?1", limit);
    }

    int removeTokensExpiredBefore(Instant limit) {
        return delete("DELETE FROM ApiToken t WHERE t.expiresAt < ?1", limit);
    }

    private int delete(String query, Instant before) {
        return entityManager.createQuery(query).setParameter(1, before).executeUpdate();
    }
}
