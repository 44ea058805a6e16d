package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of the rules. */
@ApplicationScoped
@Transactional
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

    /** @return those that may hold, in the same order as all */
    List<Quota> about(QuotaHolder holder) {
        return entityManager
                .createQuery(
                        "SELECT q FROM QuotaRow q WHERE q.kind = ?1 OR (q.kind = ?2 AND q.name = ?3)"
                                + " OR (q.kind IN (?4, ?5) AND q.name IN ?6)"
                                + " OR (q.kind IN (?7, ?8) AND q.name IN ?9) ORDER BY q.kind, q.name, q.id",
                        QuotaRow.class)
                .setParameter(1, QuotaSubject.Kind.EVERY_USER)
                .setParameter(2, QuotaSubject.Kind.USER)
                .setParameter(3, holder.user())
                .setParameter(4, QuotaSubject.Kind.EACH_MEMBER)
                .setParameter(5, QuotaSubject.Kind.GROUP)
                .setParameter(6, orNone(holder.groups()))
                .setParameter(7, QuotaSubject.Kind.PROJECT)
                .setParameter(8, QuotaSubject.Kind.EACH_PROJECT_MEMBER)
                .setParameter(9, orNone(holder.projects()))
                .getResultStream()
                .map(QuotaRow::quota)
                .toList();
    }

    /** @return in the order in which they were made */
    List<Quota> of(QuotaSubject subject) {
        return entityManager
                .createQuery("SELECT q FROM QuotaRow q WHERE q.kind = ?1 AND q.name = ?2 ORDER BY q.id", QuotaRow.class)
                .setParameter(1, subject.kind())
                .setParameter(2, subject.name())
                .getResultStream()
                .map(QuotaRow::quota)
                .toList();
    }

    Set<String> limitedUsers() {
        return entityManager
                .createQuery("SELECT DISTINCT q.name FROM QuotaRow q WHERE q.kind = ?1", String.class)
                .setParameter(1, QuotaSubject.Kind.USER)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** An empty list is no SQL; the empty name is nobody's. */
    private static Set<String> orNone(Set<String> names) {
        return names.isEmpty() ? Set.of("") : names;
    }

    /** Whoever locks several does so by id. */
    void lockAll() {
        entityManager
                .createQuery("SELECT q FROM QuotaRow q ORDER BY q.id", QuotaRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<QuotaRow> lock(long id) {
        return Optional.ofNullable(entityManager.find(QuotaRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    QuotaRow add(QuotaRow row) {
        entityManager.persist(row);
        entityManager.flush();
        return row;
    }

    /** Looks no more after rows that were read or written: with thousands of them each further write would take long. */
    void letGo() {
        entityManager.flush();
        entityManager.clear();
    }

    void flush() {
        entityManager.flush();
    }

    void remove(QuotaRow row) {
        entityManager.remove(row);
    }
}
