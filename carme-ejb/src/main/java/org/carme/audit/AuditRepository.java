package org.carme.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The rows of the audit log and the head of their chain. */
@ApplicationScoped
@Transactional
class AuditRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected AuditRepository() {}

    AuditRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Written at once: several rows of one transaction would otherwise get their ids in any order. */
    void add(AuditRow row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    /** @return empty if somebody has removed it */
    Optional<AuditHead> lockHead() {
        return Optional.ofNullable(entityManager.find(AuditHead.class, AuditHead.ID, LockModeType.PESSIMISTIC_WRITE));
    }

    List<AuditRow> unsealed(int most) {
        return entityManager
                .createQuery("SELECT r FROM AuditRow r WHERE r.number IS NULL ORDER BY r.id", AuditRow.class)
                .setMaxResults(most)
                .getResultList();
    }

    long countUnsealed() {
        return count("SELECT COUNT(r) FROM AuditRow r WHERE r.number IS NULL");
    }

    /** @return sealed rows after that number, in the order of the chain */
    List<AuditRow> after(long number, int most) {
        return entityManager
                .createQuery("SELECT r FROM AuditRow r WHERE r.number > ?1 ORDER BY r.number", AuditRow.class)
                .setParameter(1, number)
                .setMaxResults(most)
                .getResultList();
    }

    boolean isAnySealedUpTo(long number) {
        return count("SELECT COUNT(r) FROM AuditRow r WHERE r.number <= ?1", number) > 0;
    }

    void removeUpTo(long number) {
        entityManager
                .createQuery("DELETE FROM AuditRow r WHERE r.number <= ?1")
                .setParameter(1, number)
                .executeUpdate();
    }

    /** @return what was done last to an object; of one that was just changed it is found soon, without an index */
    Optional<AuditRow> last(String kind, String id) {
        return entityManager
                .createQuery(
                        "SELECT r FROM AuditRow r WHERE r.objectKind = ?1 AND r.objectId = ?2 ORDER BY r.id DESC",
                        AuditRow.class)
                .setParameter(1, kind)
                .setParameter(2, id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** @return what was done to an object, newest first */
    List<AuditRow> ofObject(String kind, String id, long beforeId, int most) {
        return entityManager
                .createQuery(
                        "SELECT r FROM AuditRow r WHERE r.objectKind = ?1 AND r.objectId = ?2 AND r.id < ?3 ORDER BY r.id DESC",
                        AuditRow.class)
                .setParameter(1, kind)
                .setParameter(2, id)
                .setParameter(3, beforeId)
                .setMaxResults(most)
                .getResultList();
    }

    private long count(String query, Object... parameters) {
        TypedQuery<Long> typed = entityManager.createQuery(query, Long.class);
        for (int i = 0; i < parameters.length; i++) {
            typed.setParameter(i + 1, parameters[i]);
        }
        return typed.getSingleResult();
    }

    /** Newest first. */
    List<AuditRow> find(AuditCriteria criteria, int most) {
        TypedQuery<AuditRow> query = entityManager.createQuery(criteria.jpql(), AuditRow.class);
        criteria.parameters().forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }
}
