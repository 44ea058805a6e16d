package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.batch.Step;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerJob;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobSummary;

/**
 * Cancels jobs that carry the tag of one of ours under another id than the registered one, also when ours has ended. A
 * tag that is none of ours is told only: it may be another portal's.
 */
@Named
@Dependent
public class FindDoubles extends Step {
    private static final Logger LOG = System.getLogger(FindDoubles.class.getName());

    /** No more would be read. */
    private static final int MOST_LINES = 20;

    @Inject
    JobRegistry registry;

    @Inject
    TaggedJobs tagged;

    @Inject
    Scheduler scheduler;

    @Override
    protected String work() {
        Optional<TaggedJobs.Snapshot> snapshot = await(tagged::present);
        if (snapshot.isEmpty()) {
            return "STOPPED";
        }
        List<JobSummary> open = registry.atTheScheduler();
        int doubles = cancelDoubles(open, snapshot.get());
        Strays strays = strays(open, snapshot.get());
        int late = cancelLate(strays.late());
        tell(strays.orphans());
        return "DOUBLES " + doubles + " LATE " + late + " ORPHANS "
                + strays.orphans().size();
    }

    private int cancelDoubles(List<JobSummary> open, TaggedJobs.Snapshot snapshot) {
        int doubles = 0;
        for (JobSummary job : open) {
            List<SchedulerJob> others = snapshot.all(job).stream()
                    .filter(found -> !found.state().isFinal()
                            && !found.id().equals(job.slurmJobId().orElse("")))
                    .toList();
            for (SchedulerJob other : others) {
                if (!isStopped() && cancel(other, "job " + job.id() + " is registered under another number")) {
                    doubles++;
                }
            }
        }
        return doubles;
    }

    private Strays strays(List<JobSummary> open, TaggedJobs.Snapshot snapshot) {
        Set<String> tags = open.stream().map(JobSummary::tag).collect(Collectors.toSet());
        List<SchedulerJob> others = snapshot.going().stream()
                .filter(job -> !tags.contains(job.tag()))
                .toList();
        return Strays.among(
                others,
                registry.byTags(
                        others.stream().map(SchedulerJob::tag).distinct().toList()));
    }

    private int cancelLate(List<SchedulerJob> late) {
        int cancelled = 0;
        for (SchedulerJob job : late) {
            if (!isStopped() && cancel(job, "its start had ended before Slurm took it")) {
                cancelled++;
            }
        }
        return cancelled;
    }

    private boolean cancel(SchedulerJob job, String why) {
        return isAskedFor(job.id())
                && attempt(job.id(), () -> {
                    LOG.log(Level.WARNING, "Cancelling {0}: {1}", job.id(), why);
                    if (await(() -> cancelled(job)).isPresent()) {
                        report.say("Cancelled " + job.id() + ": " + why);
                        report.wrote(1);
                    }
                })
                && !isStopped();
    }

    private boolean cancelled(SchedulerJob job) {
        scheduler.cancelAsOperator(job.id());
        return true;
    }

    private void tell(List<SchedulerJob> orphans) {
        orphans.stream()
                .limit(MOST_LINES)
                .forEach(job -> report.say("Left alone " + job.id() + " of " + job.user()
                        + ": it has a tag of Carme that this portal does not know"));
        if (orphans.size() > MOST_LINES) {
            report.say("Left alone " + (orphans.size() - MOST_LINES) + " more of the kind");
        }
    }
}
