package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

    List<JobId> endingSoon() {
        return jobs.endingBefore(clock.instant().plus(EndWarning.FIRST));
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
