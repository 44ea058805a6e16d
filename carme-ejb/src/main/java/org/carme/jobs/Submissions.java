package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The starts that the scheduler does not have yet, for the batch jobs that bring them there. Every method is one short
 * transaction; none is open while the scheduler is called.
 */
@ApplicationScoped
public class Submissions {
    /** How long nobody may try again after an attempt of which the end is unknown. */
    public static final Duration UNCERTAIN_FOR = Duration.ofSeconds(30);

    private static final Duration CANCEL_AGAIN_AFTER = Duration.ofSeconds(5);

    @Inject
    JobRepository jobs;

    @Inject
    JobNews news;

    @Inject
    Clock clock;

    /** Takes the oldest starts that nobody has tried to send, and notes the attempt before it is made. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<JobSummary> claim(int limit) {
        Instant now = clock.instant();
        List<Job> unsent = jobs.lockUnsent(limit);
        unsent.forEach(job -> job.sending(now));
        return unsent.stream().map(Job::summary).toList();
    }

    /** The scheduler has it under that id. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void registered(JobId id, String schedulerId) {
        change(id, job -> job.registered(schedulerId));
    }

    /** The scheduler will never take it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(JobId id, String why) {
        change(id, job -> job.refused(why, clock.instant()));
    }

    /** It certainly did not arrive, so it may be sent again at once; one that is no longer wanted ends here. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void notSent(JobId id) {
        change(id, job -> job.notSent(clock.instant()));
    }

    /** @return starts of which nobody knows whether they arrived, 30 s after the attempt */
    public List<JobSummary> uncertain() {
        return summaries(jobs.uncertain(clock.instant().minus(UNCERTAIN_FOR)));
    }

    /** @return whether there are extensions of which nobody knows whether they arrived, 30 s after the attempt */
    public boolean areExtensionsUncertain() {
        return jobs.countUncertainExtensions(clock.instant().minus(UNCERTAIN_FOR)) > 0;
    }

    /** @return whether anything has never been tried */
    public boolean areWaiting() {
        return waiting() > 0;
    }

    /** @return how many have never been tried */
    public long waiting() {
        return jobs.countUnsent();
    }

    /** @return cancelled jobs that the scheduler still has some seconds later */
    public List<JobSummary> toCancel() {
        return summaries(jobs.toCancel(clock.instant().minus(CANCEL_AGAIN_AFTER)));
    }

    private void change(JobId id, Consumer<Job> verb) {
        jobs.lock(id).filter(job -> job.state() == JobState.SUBMITTING).ifPresent(job -> {
            JobFacts before = job.facts();
            verb.accept(job);
            if (!before.equals(job.facts())) {
                news.tellProgress(job, before.state());
                news.changed(job);
            }
        });
    }

    private static List<JobSummary> summaries(List<Job> found) {
        return found.stream().map(Job::summary).toList();
    }
}
