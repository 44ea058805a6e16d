package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.jobs.JobId;

/** The rows of secrets and agents. */
@ApplicationScoped
@Transactional
class AgentRepository {
    @Inject
    EntityManager entityManager;

    void add(BootstrapSecret secret) {
        entityManager.persist(secret);
    }

    Optional<BootstrapSecret> secret(String hash) {
        return Optional.ofNullable(entityManager.find(BootstrapSecret.class, hash));
    }

    Optional<BootstrapSecret> lockSecret(String hash) {
        return Optional.ofNullable(entityManager.find(BootstrapSecret.class, hash, LockModeType.PESSIMISTIC_WRITE));
    }

    /** One at a time for all nodes of the job; the secrets are there before the first agent is. */
    void lockNodes(JobId job) {
        entityManager
                .createQuery(
                        "SELECT s FROM BootstrapSecret s WHERE s.jobId = ?1 AND s.nodeIndex = 0", BootstrapSecret.class)
                .setParameter(1, job.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void add(JobAgent agent) {
        entityManager.persist(agent);
    }

    Optional<JobAgent> agent(JobId job, int nodeIndex) {
        return agents("SELECT a FROM JobAgent a WHERE a.jobId = ?1 AND a.nodeIndex = ?2", job.value(), nodeIndex)
                .getResultStream()
                .findFirst();
    }

    Optional<JobAgent> agentByToken(String tokenHash) {
        return agents("SELECT a FROM JobAgent a WHERE a.tokenHash = ?1", tokenHash)
                .getResultStream()
                .findFirst();
    }

    /** In the order of the nodes. */
    List<JobAgent> ofJob(JobId job) {
        return agents("SELECT a FROM JobAgent a WHERE a.jobId = ?1 ORDER BY a.nodeIndex", job.value())
                .getResultList();
    }

    /** The agent that runs the job's services. */
    Optional<JobAgent> headByKey(String jobKey) {
        return agents("SELECT a FROM JobAgent a WHERE a.jobKey = ?1 AND a.nodeIndex = 0", jobKey)
                .getResultStream()
                .findFirst();
    }

    List<JobAgent> headsChangedSince(Instant time) {
        return agents("SELECT a FROM JobAgent a WHERE a.changedAt >= ?1 AND a.nodeIndex = 0", time)
                .getResultList();
    }

    /** All jobs of which anything is kept here. */
    Set<JobId> jobs() {
        Set<JobId> jobs = new HashSet<>();
        for (String entity : List.of("BootstrapSecret", "JobAgent")) {
            entityManager
                    .createQuery("SELECT DISTINCT e.jobId FROM " + entity + " e", Long.class)
                    .getResultStream()
                    .map(JobId::new)
                    .forEach(jobs::add);
        }
        return jobs;
    }

    void remove(JobId job) {
        ofJob(job).forEach(entityManager::remove);
        entityManager
                .createQuery("DELETE FROM BootstrapSecret s WHERE s.jobId = ?1")
                .setParameter(1, job.value())
                .executeUpdate();
    }

    private TypedQuery<JobAgent> agents(String query, Object... parameters) {
        TypedQuery<JobAgent> typed = entityManager.createQuery(query, JobAgent.class);
        for (int i = 0; i < parameters.length; i++) {
            typed.setParameter(i + 1, parameters[i]);
        }
        return typed;
    }
}
