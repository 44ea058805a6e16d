package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carme.batch.Step;
import org.carme.cluster.SchedulerJob;
import org.carme.jobs.JobSummary;
import org.carme.jobs.SubmissionSignal;
import org.carme.jobs.Submissions;

/**
 * Decides for every uncertain start whether it arrived: by its tag, on a job of the same user. One that was refused
 * ends; its record is no job.
 */
@Named
@Dependent
public class RecoverStarts extends Step {
    @Inject
    Submissions submissions;

    @Inject
    SubmissionSignal signal;

    @Inject
    TaggedJobs tagged;

    @Override
    protected String work() {
        List<JobSummary> uncertain = submissions.uncertain();
        if (uncertain.isEmpty()) {
            return "NOTHING";
        }
        Optional<TaggedJobs.Snapshot> snapshot = await(() -> tagged.since(oldest(uncertain)));
        if (snapshot.isEmpty()) {
            return "STOPPED";
        }
        int found = 0;
        report.outOf(uncertain.size());
        for (JobSummary job : uncertain) {
            if (recover(job, snapshot.get())) {
                found++;
            }
            report.done(1);
        }
        signal.raise();
        return "FOUND " + found + " OF " + uncertain.size();
    }

    private boolean recover(JobSummary job, TaggedJobs.Snapshot snapshot) {
        Optional<SchedulerJob> arrived = snapshot.first(job);
        Optional<SchedulerJob> refusal = snapshot.refusal(job);
        if (arrived.isPresent()) {
            submissions.registered(job.id(), arrived.get().id());
        } else if (refusal.isPresent()) {
            submissions.refused(job.id(), words(refusal.get()));
        } else {
            submissions.notSent(job.id());
        }
        return arrived.isPresent();
    }

    private static String words(SchedulerJob refusal) {
        return refusal.reason().isEmpty() ? "The scheduler refused it; why was lost" : refusal.reason();
    }

    private static Instant oldest(List<JobSummary> uncertain) {
        return uncertain.stream()
                .map(JobSummary::submittedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
