package org.carme.idle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carme.jobs.JobId;
import org.carme.jobs.JobState;

/** The rows of jobs that may become idle. Whoever locks such a row and its job locks the job last. */
@ApplicationScoped
@Transactional
class IdleRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected IdleRepository() {}

    IdleRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(IdleJob job) {
        entityManager.persist(job);
    }

    Optional<IdleJob> find(JobId job) {
        return Optional.ofNullable(entityManager.find(IdleJob.class, job.value()));
    }

    Optional<IdleJob> lock(JobId job) {
        return Optional.ofNullable(entityManager.find(IdleJob.class, job.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return of these, the ones that run and will be stopped */
    List<IdleJob> ending(Collection<JobId> jobs) {
        return entityManager
                .createQuery(
                        "SELECT i FROM IdleJob i JOIN Job j ON j.id = i.jobId"
                                + " WHERE i.jobId IN ?1 AND i.endsAt IS NOT NULL AND j.state = ?2",
                        IdleJob.class)
                .setParameter(1, jobs.stream().map(JobId::value).toList())
                .setParameter(2, JobState.RUNNING)
                .getResultList();
    }
}
