package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.batch.Step;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.jobs.JobSummary;
import org.carme.jobs.Submissions;

/** Cancels again what the scheduler still has some seconds after its owner stopped it. */
@Named
@Dependent
public class RepeatCancels extends Step {
    @Inject
    Submissions submissions;

    @Inject
    Scheduler scheduler;

    @Override
    protected String work() {
        List<JobSummary> jobs = submissions.toCancel().stream()
                .filter(job -> isAskedFor(name(job)))
                .toList();
        report.outOf(jobs.size());
        if (!jobs.isEmpty()) {
            // away, it would fail for each of them
            await(this::ping);
        }
        int cancelled = 0;
        for (JobSummary job : jobs) {
            if (!isStopped() && attempt(name(job), () -> await(() -> cancel(job))) && !isStopped()) {
                cancelled++;
            }
            report.done(1);
        }
        return "CANCELLED " + cancelled;
    }

    private static String name(JobSummary job) {
        return Long.toString(job.id().value());
    }

    private boolean ping() {
        scheduler.ping();
        return true;
    }

    /** Harmless when it comes late: to cancel twice is to cancel once. */
    private boolean cancel(JobSummary job) {
        job.slurmJobId().ifPresent(id -> cancel(job, id));
        return true;
    }

    /** Slurm takes nothing in the name of somebody whose account is gone. */
    private void cancel(JobSummary job, String id) {
        try {
            scheduler.cancel(job.clusterUser(), id);
        } catch (SchedulerException refused) {
            scheduler
                    .find(id)
                    .filter(found -> found.tag().equals(job.tag()))
                    .ifPresent(known -> scheduler.cancelAsOperator(id));
        }
    }
}
