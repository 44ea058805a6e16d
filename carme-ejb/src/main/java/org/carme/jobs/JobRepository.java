package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.cluster.SchedulerJob;
import org.carme.database.NativeQueries;

/** The job rows. Whoever changes one locks it first, so that watcher, agent and user never overwrite each other. */
@ApplicationScoped
@Transactional
class JobRepository {
    private static final Set<JobState> AT_THE_SCHEDULER =
            EnumSet.of(JobState.QUEUED, JobState.STARTING, JobState.RUNNING, JobState.ENDING);

    /** Stands for those who have no row of their own yet. */
    private static final String FIRST_STARTS = "";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected JobRepository() {}

    JobRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Makes the user's simultaneous starts queue up until the present transaction ends. The row is written only where it
     * is missing: an insert that meets a locked row spins in H2 and ends in deadlocks in MariaDB.
     */
    void lockStartsOf(String user) {
        if (lockRow(user)) {
            return;
        }
        lockRow(FIRST_STARTS);
        entityManager
                .createNativeQuery("INSERT IGNORE INTO start_locks (user_name) VALUES (?)")
                .setParameter(1, user)
                .executeUpdate();
        if (!lockRow(user)) {
            throw new IllegalStateException("No lock for the starts of " + user);
        }
    }

    /** Does the same for everybody's starts, first ones included: those before all, as H2 does not see rows that come while it waits. */
    void lockAllStarts() {
        lockRow(FIRST_STARTS);
        entityManager
                .createNativeQuery("SELECT user_name FROM start_locks ORDER BY user_name FOR UPDATE")
                .getResultList();
    }

    private boolean lockRow(String user) {
        return !entityManager
                .createNativeQuery("SELECT user_name FROM start_locks WHERE user_name = ? FOR UPDATE")
                .setParameter(1, user)
                .getResultList()
                .isEmpty();
    }

    Job add(Job job) {
        entityManager.persist(job);
        entityManager.flush();
        return job;
    }

    Optional<Job> find(JobId id) {
        return Optional.ofNullable(entityManager.find(Job.class, id.value()));
    }

    /** Only what is found is read as a whole: a search through all jobs takes half as long. */
    List<Job> find(JobCriteria criteria, int limit) {
        TypedQuery<Long> query = entityManager.createQuery(criteria.jpql(), Long.class);
        criteria.parameters().forEach(query::setParameter);
        List<Long> ids = query.setMaxResults(limit).getResultList();
        return ids.isEmpty()
                ? List.of()
                : jobs(
                        "SELECT j FROM Job j WHERE j.id IN ?1 ORDER BY "
                                + criteria.order().order(),
                        ids);
    }

    Optional<Job> lock(JobId id) {
        return Optional.ofNullable(entityManager.find(Job.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the rows in the order of their ids, then reads them: in one, the nodes of each job would be read by themselves. */
    List<Job> lock(Collection<JobId> ids) {
        List<Long> numbers = ids.stream().map(JobId::value).toList();
        NativeQueries.filled(
                        entityManager.createNativeQuery("SELECT id FROM jobs WHERE id IN "
                                + NativeQueries.marks(numbers) + " ORDER BY id FOR UPDATE"),
                        numbers.toArray())
                .getResultList();
        return find(ids);
    }

    Optional<Job> byKey(String key) {
        return jobs("SELECT j FROM Job j WHERE j.key = ?1", key).stream().findFirst();
    }

    Optional<Job> byIdempotencyKey(String owner, String key) {
        return jobs("SELECT j FROM Job j WHERE j.owner = ?1 AND j.idempotencyKey = ?2", owner, key).stream()
                .findFirst();
    }

    /** @return the open jobs with that scheduler id, newest first: a scheduler may give an id out twice */
    List<Job> bySchedulerId(String schedulerId) {
        return jobs(
                "SELECT j FROM Job j WHERE j.slurmJobId = ?1 AND j.state IN ?2 ORDER BY j.id DESC",
                schedulerId,
                AT_THE_SCHEDULER);
    }

    /** @return who ever started a job and is known by his name */
    Set<String> owners() {
        return ((List<?>) entityManager
                        .createNativeQuery("SELECT user_name FROM start_locks WHERE user_name <> ?")
                        .setParameter(1, FIRST_STARTS)
                        .getResultList())
                .stream().map(String.class::cast).collect(Collectors.toSet());
    }

    long count(String owner) {
        return entityManager
                .createQuery("SELECT COUNT(j) FROM Job j WHERE j.owner = ?1", Long.class)
                .setParameter(1, owner)
                .getSingleResult();
    }

    long countActiveOf(String owner) {
        return entityManager
                .createQuery("SELECT COUNT(j) FROM Job j WHERE j.owner = ?1 AND j.endedAt IS NULL", Long.class)
                .setParameter(1, owner)
                .getSingleResult();
    }

    /** Jobs of the pseudonym are nobody's: no start of it is ever locked. */
    void rename(String owner, String pseudonym) {
        entityManager
                .createQuery(
                        "UPDATE Job j SET j.owner = ?1, j.ownerUid = 0, j.idempotencyKey = NULL WHERE j.owner = ?2")
                .setParameter(1, pseudonym)
                .setParameter(2, owner)
                .executeUpdate();
        entityManager
                .createNativeQuery("DELETE FROM start_locks WHERE user_name = ?")
                .setParameter(1, owner)
                .executeUpdate();
    }

    void renameGroup(String before, String now) {
        entityManager
                .createQuery("UPDATE Job j SET j.chargedGroup = ?1 WHERE j.chargedGroup = ?2")
                .setParameter(1, now)
                .setParameter(2, before)
                .executeUpdate();
    }

    /** What has not ended has no end: the index by owner and end finds it beside any length of history. */
    long countActive(String owner, String template) {
        return entityManager
                .createQuery(
                        "SELECT COUNT(j) FROM Job j WHERE j.owner = ?1 AND j.endedAt IS NULL AND j.spec.template = ?2",
                        Long.class)
                .setParameter(1, owner)
                .setParameter(2, template)
                .getSingleResult();
    }

    long countActive(String template) {
        return entityManager
                .createQuery("SELECT COUNT(j) FROM Job j WHERE j.state <> ?1 AND j.spec.template = ?2", Long.class)
                .setParameter(1, JobState.ENDED)
                .setParameter(2, template)
                .getSingleResult();
    }

    /** @return pairs of an image's name and how many of its jobs have not ended */
    List<Object[]> countActiveByImage(Collection<String> images) {
        return entityManager
                .createQuery(
                        "SELECT j.spec.image, COUNT(j) FROM Job j WHERE j.spec.image IN ?1 AND j.endedAt IS NULL"
                                + " GROUP BY j.spec.image",
                        Object[].class)
                .setParameter(1, images)
                .getResultList();
    }

    /** @return of each version of the image: its name, all its jobs, and those that have ended */
    List<Object[]> countByVersion(String image) {
        return entityManager
                .createQuery(
                        "SELECT j.spec.imageVersion, COUNT(j), COUNT(j.endedAt) FROM Job j WHERE j.spec.image = ?1"
                                + " GROUP BY j.spec.imageVersion",
                        Object[].class)
                .setParameter(1, image)
                .getResultList();
    }

    /** @return newest first */
    List<Job> latestIn(String image, int most) {
        return entityManager
                .createQuery("SELECT j FROM Job j WHERE j.spec.image = ?1 ORDER BY j.id DESC", Job.class)
                .setParameter(1, image)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return newest first */
    List<Job> active(String owner) {
        return jobs("SELECT j FROM Job j WHERE j.owner = ?1 AND j.endedAt IS NULL ORDER BY j.id DESC", owner);
    }

    /** The jobs that the scheduler has, or had when it was last asked. */
    List<Job> atTheScheduler() {
        return jobs("SELECT j FROM Job j WHERE j.state IN ?1 ORDER BY j.id", AT_THE_SCHEDULER);
    }

    /** Running jobs that end before that time; those that were warned for the last time are not among them. */
    List<Job> endingBefore(Instant time) {
        return jobs(
                "SELECT j FROM Job j WHERE j.state IN ?1 AND j.endsAt < ?2 AND (j.warnedMinutes IS NULL OR"
                        + " j.warnedMinutes > 2) ORDER BY j.id",
                EnumSet.of(JobState.STARTING, JobState.RUNNING),
                time);
    }

    /** Locks the oldest starts that nobody has tried to send. */
    List<Job> lockUnsent(int limit) {
        return entityManager
                .createQuery("SELECT j FROM Job j WHERE j.state = ?1 AND j.sentAt IS NULL ORDER BY j.id", Job.class)
                .setParameter(1, JobState.SUBMITTING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(limit)
                .getResultList();
    }

    long countUnsent() {
        return entityManager
                .createQuery("SELECT COUNT(j) FROM Job j WHERE j.state = ?1 AND j.sentAt IS NULL", Long.class)
                .setParameter(1, JobState.SUBMITTING)
                .getSingleResult();
    }

    /** Starts of which nobody knows whether they arrived, tried before that time. */
    List<Job> uncertain(Instant sentBefore) {
        return jobs(
                "SELECT j FROM Job j WHERE j.state = ?1 AND j.sentAt < ?2 ORDER BY j.id",
                JobState.SUBMITTING,
                sentBefore);
    }

    /** Cancelled jobs that the scheduler still has. */
    List<Job> toCancel(Instant requestedBefore) {
        return jobs(
                "SELECT j FROM Job j WHERE j.state IN ?1 AND j.cancelRequestedAt < ?2 ORDER BY j.id",
                AT_THE_SCHEDULER,
                requestedBefore);
    }

    long countUncertainExtensions(Instant sentBefore) {
        return entityManager
                .createQuery("SELECT COUNT(j) FROM Job j WHERE j.state IN ?1 AND j.extension.sentAt < ?2", Long.class)
                .setParameter(1, AT_THE_SCHEDULER)
                .setParameter(2, sentBefore)
                .getSingleResult();
    }

    /** Locks running jobs of which the scheduler may not have the last extension, tried before that time. */
    List<Job> lockUncertainExtensions(Instant sentBefore, int limit) {
        return entityManager
                .createQuery(
                        "SELECT j FROM Job j WHERE j.state IN ?1 AND j.extension.sentAt < ?2 ORDER BY j.id", Job.class)
                .setParameter(1, AT_THE_SCHEDULER)
                .setParameter(2, sentBefore)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(limit)
                .getResultList();
    }

    List<Job> find(Collection<JobId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jobs(
                        "SELECT j FROM Job j WHERE j.id IN ?1",
                        ids.stream().map(JobId::value).toList());
    }

    List<Job> byTags(List<String> tags) {
        return jobs("SELECT j FROM Job j WHERE j.tag IN ?1", tags);
    }

    /** @return those that have a tag or an id of these */
    List<Job> thatMayBe(List<SchedulerJob> reported) {
        return jobs(
                "SELECT j FROM Job j WHERE j.tag IN ?1 OR j.slurmJobId IN ?2",
                reported.stream().map(SchedulerJob::tag).toList(),
                reported.stream().map(SchedulerJob::id).toList());
    }

    private List<Job> jobs(String query, Object... parameters) {
        var typed = entityManager.createQuery(query, Job.class);
        for (int i = 0; i < parameters.length; i++) {
            typed.setParameter(i + 1, parameters[i]);
        }
        return typed.getResultList();
    }
}
