package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of the rules. */
@ApplicationScoped
class QuotaRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected QuotaRepository() {}

    QuotaRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return by subject, then in the order in which they were made */
    List<Quota> all() {
        return entityManager
                .createQuery("SELECT q FROM QuotaRow q ORDER BY q.kind, q.name, q.id", QuotaRow.class)
                .getResultStream()
                .map(QuotaRow::quota)
                .toList();
    }

    /** @return those that may hold for the user or for one of these groups, in the same order as all */
    List<Quota> about(String user, Collection<String> groups) {
        return entityManager
                .createQuery(
                        "SELECT q FROM QuotaRow q WHERE q.kind = ?1 OR (q.kind = ?2 AND q.name = ?3)"
                                + " OR (q.kind IN (?4, ?5) AND q.name IN ?6) ORDER BY q.kind, q.name, q.id",
                        QuotaRow.class)
                .setParameter(1, QuotaSubject.Kind.EVERY_USER)
                .setParameter(2, QuotaSubject.Kind.USER)
                .setParameter(3, user)
                .setParameter(4, QuotaSubject.Kind.EACH_MEMBER)
                .setParameter(5, QuotaSubject.Kind.GROUP)
                .setParameter(6, groups)
                .getResultStream()
                .map(QuotaRow::quota)
                .toList();
    }

    Optional<QuotaRow> lock(long id) {
        return Optional.ofNullable(entityManager.find(QuotaRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    QuotaRow add(QuotaRow row) {
        entityManager.persist(row);
        entityManager.flush();
        return row;
    }

    void flush() {
        entityManager.flush();
    }

    void remove(QuotaRow row) {
        entityManager.remove(row);
    }
}
