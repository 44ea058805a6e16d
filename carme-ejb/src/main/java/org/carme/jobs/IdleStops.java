package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.carme.messages.Kind;

/** Tells owners of jobs that nobody uses, and stops these; all in the caller's transaction, but {@link #cancelNow}. */
@ApplicationScoped
public class IdleStops {
    /** Who stops them, in the audit log. */
    private static final String NOBODY = "carme";

    private static final String REASON = "idle";
    private static final int MINUTES = 60;

    @Inject
    JobRepository jobs;

    @Inject
    JobNews news;

    @Inject
    OwnJobs stops;

    /** The owner is told how long the job still runs. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void warn(JobSummary about, Duration grace) {
        jobs.find(about.id()).ifPresent(job -> {
            news.tell(job, Kind.WARNING, "job-idle", Math.max(1, grace.toMinutes()) + " min");
            news.changed(job);
        });
    }

    /** Pages show it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(JobSummary about) {
        jobs.find(about.id()).ifPresent(news::changed);
    }

    /**
     * Keeps the wish to stop it, so that it outlives an absent scheduler; of one that is being stopped already: nothing
     * to do.
     *
     * @param left of the time that it could have run, which the owner is told is free now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void request(JobSummary about, Duration left) {
        String what = about.acceleratorType()
                .map(type -> about.acceleratorsPerNode() * about.nodes() + " × " + type)
                .orElse(about.nodes() + " × CPU");
        String freed = "%s, %d:%02d h".formatted(what, left.toHours(), left.toMinutes() % MINUTES);
        stops.requestCancelOf(
                about.id(), NOBODY, REASON, job -> news.tell(job, Kind.WARNING, "job-stopped-idle", freed));
    }

    /** To be called after that transaction. */
    public void cancelNow(JobId id) {
        stops.cancelNow(id);
    }
}
