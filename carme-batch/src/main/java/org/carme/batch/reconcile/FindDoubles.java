package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.carme.batch.Step;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerJob;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobSummary;

/** Cancels jobs that carry the tag of one of ours under another id than the registered one. */
@Named
@Dependent
public class FindDoubles extends Step {
    private static final Logger LOG = System.getLogger(FindDoubles.class.getName());

    @Inject
    JobRegistry registry;

    @Inject
    TaggedJobs tagged;

    @Inject
    Scheduler scheduler;

    @Override
    protected String work() {
        Optional<TaggedJobs.Snapshot> snapshot = await(tagged::present);
        int doubles = 0;
        for (JobSummary job : snapshot.isEmpty() ? List.<JobSummary>of() : registry.atTheScheduler()) {
            List<SchedulerJob> others = snapshot.get().all(job).stream()
                    .filter(found -> !found.state().isFinal()
                            && !found.id().equals(job.slurmJobId().orElse("")))
                    .toList();
            for (SchedulerJob other : others) {
                if (!isStopped()) {
                    cancel(other, job);
                    doubles++;
                }
            }
        }
        return "DOUBLES " + doubles;
    }

    private void cancel(SchedulerJob other, JobSummary job) {
        LOG.log(Level.WARNING, "Cancelling {0}: job {1} is registered as {2}", other.id(), job.id(), job.slurmJobId());
        scheduler.cancelAsOperator(other.id());
        report.say("Cancelled " + other.id() + ": job " + job.id() + " is registered under another number");
        report.wrote(1);
    }
}
