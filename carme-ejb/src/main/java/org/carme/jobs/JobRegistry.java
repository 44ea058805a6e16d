package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.carme.cluster.SchedulerJob;
import org.carme.messages.Kind;
import org.carme.templates.Charge;

/**
 * All jobs, for the parts of the portal that act for nobody in particular: watcher, batch jobs, agents, gateway. It
 * checks nobody's right; whoever answers a user must ask {@link JobService}. Reading is a transaction, too: outside of
 * one the container keeps an entity manager for as long as the calling thread's work lasts, and on its pooled threads
 * hands it out again after it was closed.
 */
@ApplicationScoped
@Transactional
public class JobRegistry {
    private static final int CHUNK = 500;

    @Inject
    JobRepository jobs;

    @Inject
    JobNews news;

    @Inject
    Clock clock;

    public Optional<JobSummary> byKey(String key) {
        return jobs.byKey(key).map(Job::summary);
    }

    public Optional<JobSummary> find(JobId id) {
        return jobs.find(id).map(Job::summary);
    }

    /** @return the newest job that the scheduler has under this id */
    public Optional<JobSummary> bySchedulerId(String schedulerId) {
        return jobs.bySchedulerId(schedulerId).stream().findFirst().map(Job::summary);
    }

    /** @return every job that the scheduler has, or had when it was last asked */
    public List<JobSummary> atTheScheduler() {
        return jobs.atTheScheduler().stream().map(Job::summary).toList();
    }

    /** @return the jobs with these tags, ended or not */
    public List<JobSummary> byTags(List<String> tags) {
        List<JobSummary> found = new ArrayList<>();
        for (int from = 0; from < tags.size(); from += CHUNK) {
            jobs.byTags(tags.subList(from, Math.min(from + CHUNK, tags.size()))).stream()
                    .map(Job::summary)
                    .forEach(found::add);
        }
        return found;
    }

    /**
     * Which of the scheduler's jobs were not sent by Carme. A tag counts only on the job of its user that is registered
     * with it, or may still be. The accounting may lack tags: there a job is known by its id and when it was sent.
     */
    public List<SchedulerJob> sentElsewhere(List<SchedulerJob> reported) {
        List<SchedulerJob> elsewhere = new ArrayList<>();
        compare(reported, (job, ours) -> {
            if (ours.isEmpty()) {
                elsewhere.add(job);
            }
        });
        return elsewhere;
    }

    /** @return what each of the scheduler's jobs is charged to, in their order; empty for those sent elsewhere */
    public List<Optional<Charge>> charges(List<SchedulerJob> reported) {
        List<Optional<Charge>> charges = new ArrayList<>();
        compare(reported, (job, ours) -> charges.add(ours.flatMap(Job::charge)));
        return charges;
    }

    private void compare(List<SchedulerJob> reported, BiConsumer<SchedulerJob, Optional<Job>> each) {
        for (int from = 0; from < reported.size(); from += CHUNK) {
            List<SchedulerJob> part = reported.subList(from, Math.min(from + CHUNK, reported.size()));
            List<Job> candidates = jobs.thatMayBe(part);
            part.forEach(job -> each.accept(
                    job, candidates.stream().filter(ours -> ours.is(job)).findFirst()));
        }
    }

    /** The agent says that the services answer. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void servicesReady(JobId id) {
        change(id, Job::servicesSettled);
    }

    /** The agent has begun with what the job is for, which is nothing that anybody could open. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void atWork(JobId id) {
        jobs.lock(id).filter(job -> job.state() == JobState.STARTING).ifPresent(job -> {
            job.servicesSettled();
            news.changed(job);
        });
    }

    /**
     * The agent says that every service has failed. The job runs on, for one may come back, but its owner is told: he
     * alone knows whether it is still of use.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void servicesFailed(JobId id, String why) {
        jobs.lock(id).filter(job -> job.state() == JobState.STARTING).ifPresent(job -> {
            job.servicesSettled();
            news.tell(job, Kind.ERROR, "services-failed", why);
            news.changed(job);
        });
    }

    /**
     * The agent on a node says that not all of the job's data could be copied there; it goes on without. Part of the
     * caller's transaction; the job is not locked, for nothing of it changes.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void dataMissing(JobId id, String why) {
        jobs.find(id).ifPresent(job -> news.tell(job, Kind.WARNING, "data-missing", why));
    }

    /** As for data: not all of the job's results could be copied back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void resultsMissing(JobId id, String why) {
        jobs.find(id).ifPresent(job -> news.tell(job, Kind.WARNING, "results-missing", why));
    }

    /**
     * The scheduler was asked for this job and answered. An answer with another tag concerns another job that got the
     * same id: ours is lost then.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void observe(JobId id, SchedulerJob reported) {
        change(id, job -> observe(job, reported));
    }

    /** As for one job: some hundreds at once, for a transaction of its own for each would take most of the time. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void observe(Map<JobId, SchedulerJob> reported) {
        news.changed(jobs.lock(reported.keySet()).stream()
                .filter(job -> hasChanged(job, open -> observe(open, reported.get(open.id()))))
                .toList());
    }

    private void observe(Job job, SchedulerJob reported) {
        if (job.hasTag(reported.tag())) {
            job.observe(reported, clock.instant());
        } else {
            job.lost(clock.instant());
        }
    }

    /** The scheduler was asked for this job, answered, and has never heard of it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void lost(JobId id) {
        change(id, job -> job.lost(clock.instant()));
    }

    private void change(JobId id, Consumer<Job> verb) {
        jobs.lock(id).filter(job -> hasChanged(job, verb)).ifPresent(news::changed);
    }

    private boolean hasChanged(Job job, Consumer<Job> verb) {
        if (job.state() == JobState.ENDED) {
            return false;
        }
        JobFacts before = job.facts();
        verb.accept(job);
        if (before.equals(job.facts())) {
            return false;
        }
        news.tellProgress(job, before.state());
        return true;
    }
}
