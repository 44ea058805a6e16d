package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.batch.Step;
import org.carme.cluster.Scheduler;
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
        List<JobSummary> jobs = submissions.toCancel();
        report.outOf(jobs.size());
        int cancelled = 0;
        while (cancelled < jobs.size() && !isStopped()) {
            JobSummary job = jobs.get(cancelled);
            job.slurmJobId().ifPresent(id -> scheduler.cancel(job.clusterUser(), id));
            cancelled++;
            report.done(1);
        }
        return "CANCELLED " + cancelled;
    }
}
