package org.carme.joblogs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.jobs.JobId;

/** The rows of job logs. */
@ApplicationScoped
@Transactional
class JobLogRepository {
    @Inject
    EntityManager entityManager;

    /** @return the job's row, made if it is missing; who was slower with that must try again */
    JobLog lock(JobId job) {
        JobLog known = entityManager.find(JobLog.class, job.value(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        JobLog log = new JobLog(job);
        entityManager.persist(log);
        return log;
    }

    Optional<JobLog> find(JobId job) {
        return Optional.ofNullable(entityManager.find(JobLog.class, job.value()));
    }

    Set<JobId> watched(Instant now) {
        return entityManager
                .createQuery("SELECT l.jobId FROM JobLog l WHERE l.watchedUntil > ?1", Long.class)
                .setParameter(1, now)
                .getResultStream()
                .map(JobId::new)
                .collect(Collectors.toSet());
    }

    /** @return those of the user's jobs, in the jobs' order */
    List<Long> jobsOf(String owner, long after, int limit) {
        return ((List<?>) entityManager
                        .createNativeQuery("SELECT l.job_id FROM job_logs l JOIN jobs j ON j.id = l.job_id"
                                + " WHERE j.owner = ? AND l.job_id > ? ORDER BY l.job_id")
                        .setParameter(1, owner)
                        .setParameter(2, after)
                        .setMaxResults(limit)
                        .getResultList())
                .stream().map(id -> ((Number) id).longValue()).toList();
    }

    long count(String owner) {
        return ((Number) entityManager
                        .createNativeQuery(
                                "SELECT COUNT(*) FROM job_logs l JOIN jobs j ON j.id = l.job_id WHERE j.owner = ?")
                        .setParameter(1, owner)
                        .getSingleResult())
                .longValue();
    }

    void remove(String owner) {
        entityManager
                .createNativeQuery("DELETE FROM job_logs WHERE job_id IN (SELECT id FROM jobs WHERE owner = ?)")
                .setParameter(1, owner)
                .executeUpdate();
    }

    int removeEndedBefore(Instant time, int most) {
        return entityManager
                .createNativeQuery(
                        "DELETE FROM job_logs WHERE job_id IN (SELECT id FROM jobs WHERE ended_at < ?) LIMIT ?")
                .setParameter(1, time.toEpochMilli())
                .setParameter(2, most)
                .executeUpdate();
    }
}
