package org.carme.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What Carme needs from a batch scheduler. Implementations translate; they hold no policy. Every method may throw
 * {@link SchedulerException}; none blocks longer than a few seconds, but for the reads of all jobs (half a minute).
 */
public interface Scheduler {
    /**
     * Submits as that user; not safe to repeat.
     *
     * @return the scheduler's own id
     */
    String submit(ClusterUser user, JobRequest request);

    /** @return empty once the scheduler no longer remembers the job (or never knew it) */
    Optional<SchedulerJob> find(String schedulerId);

    /**
     * Reads all jobs at once, with the portal's own identity.
     *
     * @param changedSince only ask whether anything changed since then; {@link Instant#EPOCH} reads in any case
     * @return empty when nothing has changed since
     */
    Optional<List<SchedulerJob>> jobs(Instant changedSince);

    /**
     * Asks the accounting how a job ended that the controller may have forgotten. Records arrive there some seconds
     * late, and the tag may follow the state.
     *
     * @return empty if the accounting answers and has no record of it
     */
    Optional<SchedulerJob> findAccounted(String schedulerId);

    /**
     * Reads from the accounting what was submitted since that time, whether it has ended or not; the tag is kept there,
     * too, from the end on. Slow: for recovery after a crash only.
     */
    List<SchedulerJob> accounted(Instant from);

    /**
     * Reads from the accounting the runs that ended in that time, whenever they began, those without an effect left out:
     * what never got a node used nothing. Slow: an hour or so at once of a busy cluster.
     *
     * @param each gets them one by one while the answer still arrives, so that it must not wait for anything
     */
    void ended(Instant from, Instant to, Consumer<AccountedRun> each);

    /** Ends a job as its owner; of an unknown or ended job: nothing to do. */
    void cancel(ClusterUser user, String schedulerId);

    /** Ends anybody's job with the portal's own rights; of an unknown or ended job: nothing to do. */
    void cancelAsOperator(String schedulerId);

    /**
     * Sets how long a job may run in all, with the portal's own rights, because nobody may give his own jobs more time. The
     * scheduler holds this to no limit of partition, account or QOS. Safe to repeat; of an unknown or ended job: nothing
     * to do.
     */
    void limitTime(String schedulerId, Duration limit);

    List<Node> nodes();

    List<Partition> partitions();

    /** @return those that have not ended */
    List<Reservation> reservations();

    /** @return whether the scheduler's accounting knows the user, so that his jobs can be accepted */
    boolean knowsUser(ClusterUser user);

    /** Reads from the accounting what users and accounts are held to, in all its clusters. Slow: for administrators only. */
    List<AssociationLimits> limits();

    /**
     * Asks the controller for a sign of life.
     *
     * @return the scheduler's version, for people
     */
    String ping();

    /**
     * Asks one part for a sign of life, whether or not others have failed before. For the one who watches the parts: all
     * others are better off with an answer at once while the scheduler is away.
     *
     * @return the part's version, for people; empty if it does not tell
     */
    String probe(SchedulerPart part);
}
