package org.carme.idle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carme.database.Retry;
import org.carme.jobs.IdleStops;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** Jobs that nobody uses: their owners are told, and then they are stopped, where the policy says so. */
@ApplicationScoped
public class IdleJobs {
    @Inject
    IdlePolicy policy;

    @Inject
    IdleRecords records;

    @Inject
    IdleStops stops;

    @Inject
    JobService jobService;

    @Inject
    Clock clock;

    /**
     * An agent has said for how long its job has not been used. It is a claim: who wants to keep a job that he does not
     * use can.
     *
     * @param node the agent's place among the job's nodes
     * @param idleSeconds empty from agents that know nothing of it
     * @return when the job is stopped unless somebody uses it; empty if it is not
     */
    public Optional<Instant> heard(JobSummary job, int node, OptionalLong idleSeconds) {
        Optional<IdleRule> rule = policy.of(job.project());
        if (rule.isEmpty() || idleSeconds.isEmpty() || job.state() != JobState.RUNNING) {
            return Optional.empty();
        }
        Instant begin = job.startedAt().orElse(job.submittedAt());
        long most = Duration.between(begin, clock.instant()).toSeconds();
        Instant used = clock.instant().minusSeconds(Math.max(0, Math.min(idleSeconds.getAsLong(), most)));
        Optional<IdleJob> known = records.find(job.id());
        if (known.isPresent() && !known.get().isNews(used, clock.instant(), rule.get())) {
            return known.get().endsAt();
        }
        IdleRecords.Heard heard = Retry.onConflict(() -> records.hear(job, node == 0, used, rule.get()));
        if (heard.stopped()) {
            stops.cancelNow(job.id());
        }
        return heard.endsAt();
    }

    /**
     * What holds for the jobs of a project.
     *
     * @param project its slug
     * @return empty if they may be idle
     */
    public Optional<IdleRule> rule(String project) {
        return policy.of(Optional.of(project));
    }

    /**
     * The user says that he still works with one of his jobs.
     *
     * @throws org.carme.jobs.JobNotFoundException also when the job belongs to someone else
     */
    public void keep(String user, JobId id) {
        JobSummary job = jobService.get(user, id);
        Retry.onConflict(() -> records.keep(job));
    }

    /** @return those of the jobs that will be stopped unless somebody uses them */
    public Map<JobId, Idleness> of(Collection<JobId> jobs) {
        return jobs.isEmpty() ? Map.of() : records.of(jobs);
    }
}
