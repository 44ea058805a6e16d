package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.messages.Kind;

/** The transactions behind {@link JobService}: whose job it is, is decided here. */
@ApplicationScoped
class OwnJobs {
    private static final Logger LOG = System.getLogger(OwnJobs.class.getName());

    @Inject
    JobRepository jobs;

    @Inject
    JobNews news;

    @Inject
    Scheduler scheduler;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void requestCancel(String user, JobId id) {
        Job job = jobs.lock(id).filter(found -> found.belongsTo(user)).orElseThrow(() -> new JobNotFoundException(id));
        requestCancel(job, user, "");
    }

    /** For somebody who may stop others' jobs; the owner is told who and why. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void requestCancelBy(String admin, JobId id, String reason) {
        Job job = jobs.lock(id).orElseThrow(() -> new JobNotFoundException(id));
        if (requestCancel(job, admin, reason)) {
            news.tell(job, Kind.WARNING, "job-stopped-by", reason + " (" + admin + ")");
        }
    }

    /** In the caller's transaction. */
    void requestCancelOf(JobId id, String actor, String reason, Consumer<Job> tell) {
        jobs.lock(id).filter(job -> requestCancel(job, actor, reason)).ifPresent(tell);
    }

    /** @return whether it was not ended or being stopped already */
    private boolean requestCancel(Job job, String who, String reason) {
        JobSummary summary = job.summary();
        JobState before = job.state();
        boolean first = before != JobState.ENDED && !job.isCancelRequested();
        if (first) {
            AuditObject object =
                    new AuditObject("job", Long.toString(summary.id().value()), summary.name());
            audit.record(new AuditEvent(AuditAction.JOB_STOPPED, who, summary.owner(), object, reason));
        }
        job.requestCancel(clock.instant());
        if (job.state() != before) {
            news.tellProgress(job, before);
            news.changed(job);
        }
        return first;
    }

    /** Cancelling is safe to repeat: if the scheduler is away, the reconciling batch job tries again. */
    void cancelNow(JobId id) {
        jobs.find(id)
                .filter(job -> job.isCancelRequested() && job.state() == JobState.ENDING)
                .ifPresent(this::cancel);
    }

    private void cancel(Job job) {
        job.slurmJobId().ifPresent(schedulerId -> {
            try {
                scheduler.cancel(job.clusterUser(), schedulerId);
            } catch (SchedulerException e) {
                LOG.log(
                        Level.WARNING,
                        "Job {0} will be cancelled later: {1}",
                        job.summary().id(),
                        e.getMessage());
            }
        });
    }

    JobSummary get(String user, JobId id) {
        return jobs.find(id)
                .filter(job -> job.belongsTo(user))
                .map(Job::summary)
                .orElseThrow(() -> new JobNotFoundException(id));
    }

    List<JobSummary> active(String user) {
        return jobs.active(user).stream().map(Job::summary).toList();
    }
}
