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

    Optional<LoginFailure> failure(String origin) {
        return Optional.ofNullable(entityManager.find(LoginFailure.class, origin));
    }

    LoginFailure lockFailure(String origin) {
        LoginFailure known = entityManager.find(LoginFailure.class, origin, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        LoginFailure made = new LoginFailure(origin);
        entityManager.persist(made);
        return made;
    }

    void removeFailure(String origin) {
        failure(origin).ifPresent(entityManager::remove);
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

    int removeOlderThan(Instant sessions, Instant failures, Instant tokens) {
        return delete("DELETE FROM PortalSession s WHERE s.lastActionAt < ?1", sessions)
                + delete("DELETE FROM LoginFailure f WHERE f.lastFailedAt < ?1", failures)
                + delete("DELETE FROM ApiToken t WHERE t.expiresAt < ?1", tokens);
    }

    private int delete(String query, Instant before) {
        return entityManager.createQuery(query).setParameter(1, before).executeUpdate();
    }
}
