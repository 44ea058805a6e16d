package org.carme.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerJob;
import org.carme.database.Retry;
import org.carme.jobs.JobId;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/**
 * Compares our jobs with the scheduler's. A few jobs are read one by one, many in one bulk read that costs next to
 * nothing while nothing changes. Only a changed answer touches the database.
 */
@ApplicationScoped
class JobWatch {
    static final Duration SOON = Duration.ofMillis(400);
    static final Duration RUNNING = Duration.ofSeconds(2);

    private static final int FEW = 20;
    private static final int CHUNK = 200;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final Duration TAG_PATIENCE = Duration.ofMinutes(1);

    private final Map<JobId, SchedulerJob> lastAnswers = new HashMap<>();
    private final Map<JobId, Instant> tagMissedSince = new HashMap<>();
    private Instant lastBulk = Instant.EPOCH;

    @Inject
    Scheduler scheduler;

    @Inject
    JobRegistry registry;

    @Inject
    NodeWatch nodes;

    @Inject
    OutsideWatch outside;

    @Inject
    QueueStatus queue;

    @Inject
    Clock clock;

    /** @return when to look again */
    Duration look() {
        List<JobSummary> jobs = registry.atTheScheduler();
        forgetOthers(jobs);
        if (jobs.isEmpty()) {
            return NodeWatch.PAUSE;
        }
        try {
            readAll(jobs);
        } catch (SchedulerException e) {
            nodes.away(e);
            return NodeWatch.AWAY_PAUSE;
        }
        return jobs.stream().allMatch(job -> job.state() == JobState.RUNNING) ? RUNNING : SOON;
    }

    private void readAll(List<JobSummary> jobs) {
        if (jobs.size() > FEW) {
            readInBulk(jobs);
            return;
        }
        lastBulk = Instant.EPOCH;
        for (JobSummary job : jobs) {
            compare(job, scheduler.find(job.slurmJobId().orElseThrow()));
        }
    }

    private void readInBulk(List<JobSummary> jobs) {
        boolean news = jobs.stream().anyMatch(job -> !lastAnswers.containsKey(job.id()));
        Instant started = clock.instant();
        Optional<List<SchedulerJob>> answer = scheduler.jobs(news ? Instant.EPOCH : lastBulk);
        lastBulk = started.minus(CLOCK_SKEW);
        if (answer.isEmpty()) {
            return;
        }
        outside.offer(started, answer.get());
        Map<String, SchedulerJob> byId = answer.get().stream()
                .collect(Collectors.toMap(SchedulerJob::id, Function.identity(), (first, second) -> second));
        Map<JobId, SchedulerJob> changed = new LinkedHashMap<>();
        for (JobSummary job : jobs) {
            SchedulerJob found = byId.get(job.slurmJobId().orElseThrow());
            if (found == null) {
                forgotten(job);
            } else if (isNews(job, found)) {
                changed.put(job.id(), found);
            }
        }
        keep(changed);
    }

    private void keep(Map<JobId, SchedulerJob> changed) {
        List<JobId> ids = List.copyOf(changed.keySet());
        for (int from = 0; from < ids.size(); from += CHUNK) {
            Map<JobId, SchedulerJob> part = ids.subList(from, Math.min(from + CHUNK, ids.size())).stream()
                    .collect(Collectors.toMap(Function.identity(), changed::get));
            Retry.onConflict(() -> registry.observe(part));
            lastAnswers.putAll(part);
        }
    }

    private void compare(JobSummary job, Optional<SchedulerJob> answer) {
        if (answer.isEmpty()) {
            forgotten(job);
        } else if (isNews(job, answer.get())) {
            queue.seen(answer.get());
            registry.observe(job.id(), answer.get());
            lastAnswers.put(job.id(), answer.get());
        }
    }

    /** A job of which the end has been seen is none of ours any more, unless the database has lost that. */
    private boolean isNews(JobSummary job, SchedulerJob answer) {
        return answer.state().isFinal() || !answer.equals(lastAnswers.get(job.id()));
    }

    /**
     * The controller forgets ended jobs after some minutes; its accounting remembers how they ended. The tag may reach
     * the accounting a moment after the state: until then nothing is known. One that never comes is not ours.
     */
    private void forgotten(JobSummary job) {
        Optional<SchedulerJob> found = scheduler
                .findAccounted(job.slurmJobId().orElseThrow())
                .filter(accounted -> accounted.state().isFinal());
        if (found.isEmpty() || isTagOverdue(job.id(), found.get())) {
            registry.lost(job.id());
        } else if (!found.get().tag().isEmpty()) {
            registry.observe(job.id(), found.get());
        }
    }

    /** Counted from the first look that missed it: the accounting does not always say when a job ended. */
    private boolean isTagOverdue(JobId id, SchedulerJob accounted) {
        if (!accounted.tag().isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        return tagMissedSince.computeIfAbsent(id, missed -> now).isBefore(now.minus(TAG_PATIENCE));
    }

    private void forgetOthers(List<JobSummary> jobs) {
        Set<JobId> ids = new HashSet<>();
        jobs.forEach(job -> ids.add(job.id()));
        lastAnswers.keySet().retainAll(ids);
        tagMissedSince.keySet().retainAll(ids);
    }
}
