package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.images.VersionState;
import org.carme.jobs.JobId;
import org.carme.jobs.JobState;

/** The rows of builds. Whoever locks a job and its build locks the job first. */
@ApplicationScoped
@Transactional
class BuildRepository {
    private static final String ROWS = "SELECT b, j.state, v.state FROM Build b JOIN Job j ON j.id = b.job"
            + " LEFT JOIN ImageVersion v ON v.id = b.made";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected BuildRepository() {}

    BuildRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Build build) {
        entityManager.persist(build);
        entityManager.flush();
    }

    Optional<Build> find(JobId job) {
        return Optional.ofNullable(entityManager.find(Build.class, job.value()));
    }

    Optional<Build> lock(JobId job) {
        return Optional.ofNullable(entityManager.find(Build.class, job.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return those of these jobs that are builds, locked in the order of their jobs */
    List<Build> lock(Collection<Long> jobs) {
        return query(Build.class, "SELECT b FROM Build b WHERE b.job IN ?1 ORDER BY b.job", jobs)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void remove(Build build) {
        entityManager.remove(build);
        entityManager.flush();
    }

    /** @return whether somebody is making that version, given as {@code image:version} */
    boolean isReserved(String version) {
        return !query(Build.class, "SELECT b FROM Build b WHERE b.reserved = ?1", version)
                .getResultList()
                .isEmpty();
    }

    Optional<BuildDetails> details(long id) {
        return query(Object[].class, ROWS + " WHERE b.job = ?1", id)
                .getResultStream()
                .map(row -> ((Build) row[0]).details(summary(row)))
                .findFirst();
    }

    /** @return newest first */
    List<BuildSummary> of(String owner, int most) {
        return summaries(query(Object[].class, ROWS + " WHERE b.owner = ?1 ORDER BY b.job DESC", owner)
                .setMaxResults(most));
    }

    /** @return newest first */
    List<BuildSummary> all(int most) {
        return summaries(query(Object[].class, ROWS + " ORDER BY b.job DESC").setMaxResults(most));
    }

    /** @return those whose versions wait for approval, the longest waiting first */
    List<BuildSummary> offered(int most) {
        return summaries(query(
                        Object[].class,
                        ROWS + " WHERE b.offeredAt IS NOT NULL AND v.state = ?1 ORDER BY b.offeredAt",
                        VersionState.DRAFT)
                .setMaxResults(most));
    }

    private static List<BuildSummary> summaries(TypedQuery<Object[]> query) {
        return query.getResultStream().map(BuildRepository::summary).toList();
    }

    private static BuildSummary summary(Object[] row) {
        return ((Build) row[0]).summary((JobState) row[1], (VersionState) row[2]);
    }

    Set<String> owners() {
        return query(String.class, "SELECT DISTINCT b.owner FROM Build b")
                .getResultStream()
                .collect(Collectors.toSet());
    }

    List<Build> ownedBy(String user) {
        return query(Build.class, "SELECT b FROM Build b WHERE b.owner = ?1 ORDER BY b.job", user)
                .getResultList();
    }

    /** Keeps it in the place of what was kept of that build before. */
    void keepContents(long build, byte[] document) {
        removeContents(build);
        entityManager
                .createNativeQuery("INSERT INTO build_contents (job_id, document) VALUES (?, ?)")
                .setParameter(1, build)
                .setParameter(2, document)
                .executeUpdate();
    }

    Optional<byte[]> contents(long build) {
        return ((List<?>) entityManager
                        .createNativeQuery("SELECT document FROM build_contents WHERE job_id = ?")
                        .setParameter(1, build)
                        .getResultList())
                .stream().map(byte[].class::cast).findFirst();
    }

    void removeContents(long build) {
        entityManager
                .createNativeQuery("DELETE FROM build_contents WHERE job_id = ?")
                .setParameter(1, build)
                .executeUpdate();
    }

    private <T> TypedQuery<T> query(Class<T> type, String jpql, Object... parameters) {
        TypedQuery<T> query = entityManager.createQuery(jpql, type);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
