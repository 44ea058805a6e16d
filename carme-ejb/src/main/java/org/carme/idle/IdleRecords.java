package org.carme.idle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.jobs.IdleStops;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;

/** The transactions about idle jobs: a job's row says what has happened, whichever portal has heard it. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class IdleRecords {
    /** What is known of a job after its report. */
    record Heard(boolean stopped, Optional<Instant> endsAt) {}

    @Inject
    IdleRepository jobs;

    @Inject
    IdleStops stops;

    @Inject
    Clock clock;

    /** What is known of the job, for whoever only reads. */
    Optional<IdleJob> find(JobId id) {
        return jobs.find(id);
    }

    /** @param head whether the agent on the job's first node says it */
    Heard hear(JobSummary about, boolean head, Instant used, IdleRule rule) {
        Optional<IdleJob> known = jobs.lock(about.id());
        if (known.isEmpty()) {
            if (head) {
                jobs.add(new IdleJob(about.id(), used, clock.instant()));
            }
            return new Heard(false, Optional.empty());
        }
        IdleJob job = known.get();
        IdleJob.Step step = head ? job.hear(used, clock.instant(), rule) : job.usedElsewhere(used);
        switch (step) {
            case WARN -> stops.warn(about, rule.grace());
            case USED -> stops.changed(about);
            case STOP -> stops.request(about, left(about));
            case NOTHING -> {}
        }
        return new Heard(step == IdleJob.Step.STOP, job.endsAt());
    }

    private Duration left(JobSummary job) {
        return Duration.between(clock.instant(), job.endsAt().orElseGet(clock::instant));
    }

    void keep(JobSummary about) {
        jobs.lock(about.id())
                .map(job -> job.keep(clock.instant()))
                .filter(step -> step == IdleJob.Step.USED)
                .ifPresent(used -> stops.changed(about));
    }

    Map<JobId, Idleness> of(Collection<JobId> ids) {
        return jobs.ending(ids).stream()
                .collect(Collectors.toMap(IdleJob::id, job -> job.idleness().orElseThrow()));
    }
}
