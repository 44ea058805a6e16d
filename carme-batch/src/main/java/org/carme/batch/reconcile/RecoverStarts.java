package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.batch.Step;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
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

    private int found;

    @Override
    protected String work() {
        List<JobSummary> uncertain = submissions.uncertain().stream()
                .filter(job -> isAskedFor(name(job)))
                .toList();
        if (uncertain.isEmpty()) {
            return "NOTHING";
        }
        Optional<TaggedJobs.Snapshot> present = await(tagged::present);
        if (present.isEmpty()) {
            return "STOPPED";
        }
        report.outOf(uncertain.size());
        Map<Boolean, List<JobSummary>> byKnown = uncertain.stream()
                .collect(Collectors.partitioningBy(
                        job -> present.get().first(job).isPresent()));
        recover(byKnown.get(true), present.get());
        boolean isDone = lookBack(byKnown.get(false), present.get());
        signal.raise();
        return "FOUND " + found + " OF " + uncertain.size() + (isDone ? "" : ", ACCOUNTING AWAY");
    }

    /**
     * For what the controller does not show. The accounting alone knows whether it has come and gone: while it is away
     * that waits, and nothing else does.
     */
    private boolean lookBack(List<JobSummary> missing, TaggedJobs.Snapshot present) {
        if (missing.isEmpty()) {
            return true;
        }
        try {
            await(() -> tagged.withEnded(present, oldest(missing))).ifPresent(all -> recover(missing, all));
            return true;
        } catch (SchedulerException e) {
            if (e.kind() != Kind.UNREACHABLE) {
                throw e;
            }
            report.say("The accounting is away; " + missing.size() + " starts wait for it");
            return false;
        }
    }

    private void recover(List<JobSummary> jobs, TaggedJobs.Snapshot snapshot) {
        for (JobSummary job : jobs) {
            attempt(name(job), () -> recover(job, snapshot));
            report.done(1);
        }
    }

    private static String name(JobSummary job) {
        return Long.toString(job.id().value());
    }

    private void recover(JobSummary job, TaggedJobs.Snapshot snapshot) {
        Optional<SchedulerJob> arrived = snapshot.first(job);
        Optional<SchedulerJob> refusal = snapshot.refusal(job);
        if (arrived.isPresent()) {
            submissions.registered(job.id(), arrived.get().id());
            found++;
        } else if (refusal.isPresent()) {
            submissions.refused(job.id(), words(refusal.get()));
        } else {
            submissions.notSent(job.id());
        }
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
