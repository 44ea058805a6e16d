package org.carme.batch.reconcile;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.cluster.Scheduler;
import org.carme.jobs.JobSummary;
import org.carme.jobs.Submissions;

/** Cancels again what the scheduler still has some seconds after its owner stopped it. */
@Named
@Dependent
public class RepeatCancels extends AbstractBatchlet {
    @Inject
    Submissions submissions;

    @Inject
    Scheduler scheduler;

    @Override
    public String process() {
        List<JobSummary> jobs = submissions.toCancel();
        for (JobSummary job : jobs) {
            job.slurmJobId().ifPresent(id -> scheduler.cancel(job.clusterUser(), id));
        }
        return "CANCELLED " + jobs.size();
    }
}
