package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.carme.messages.Kind;

/** The transactions in which owners are warned of their jobs' ends. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class EndWarnings {
    @Inject
    JobRepository jobs;

    @Inject
    JobNews news;

    @Inject
    Clock clock;

    /** @return those whose owners are to be warned now; only their rows are locked */
    List<JobId> due() {
        Instant now = clock.instant();
        return jobs.endingBefore(now.plus(EndWarning.FIRST)).stream()
                .filter(job -> job.dueWarning(now).isPresent())
                .map(job -> job.summary().id())
                .toList();
    }

    /** Several instances of the portal may ask at the same time: the job's row says what its owner has heard. */
    void warn(JobId id) {
        jobs.lock(id)
                .filter(job -> job.state() != JobState.ENDED)
                .ifPresent(job -> job.warnOfEnd(clock.instant()).ifPresent(minutes -> {
                    news.tell(job, Kind.WARNING, "job-ends-soon." + minutes, "");
                    news.changed(job);
                }));
    }
}
