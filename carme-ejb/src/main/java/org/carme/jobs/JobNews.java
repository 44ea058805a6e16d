package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.database.AfterCommit;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** Says what happened to a job: to its owner as a message, to pages and gateway as a change after the commit. */
@ApplicationScoped
class JobNews {
    @Inject
    MessageService messages;

    @Inject
    JobChanges changes;

    @Inject
    AfterCommit afterCommit;

    @Inject
    JobEnds ends;

    void changed(Job job) {
        changed(List.of(job));
    }

    void changed(List<Job> jobs) {
        List<JobSummary> summaries = jobs.stream().map(Job::summary).toList();
        for (JobSummary job : summaries) {
            JobChange change = new JobChange(job.id(), job.key(), job.owner(), job.state());
            afterCommit.run(() -> changes.fire(change));
        }
        List<JobSummary> ended =
                summaries.stream().filter(job -> job.state() == JobState.ENDED).toList();
        if (!ended.isEmpty()) {
            ends.ended(ended);
        }
    }

    void tell(Job job, Kind kind, String key) {
        tell(job, kind, key, job.summary().reason());
    }

    void tell(Job job, Kind kind, String key, String detail) {
        JobSummary summary = job.summary();
        messages.tell(
                summary.owner(),
                kind,
                key,
                new MessageService.Topic(summary.id().value(), summary.name(), Job.cut(detail)));
    }

    /** Tells the owner how the job has come on, if there is something worth telling. */
    void tellProgress(Job job, JobState before) {
        JobSummary summary = job.summary();
        if (summary.state() == before) {
            return;
        }
        if (summary.state() == JobState.RUNNING) {
            tell(job, Kind.SUCCESS, "job-ready");
        }
        summary.outcome().ifPresent(outcome -> tell(job, kind(outcome), "job-ended." + outcome.name()));
    }

    private static Kind kind(JobOutcome outcome) {
        return switch (outcome) {
            case COMPLETED, CANCELLED -> Kind.INFO;
            case TIMED_OUT, PREEMPTED -> Kind.WARNING;
            case FAILED, NODE_FAILED, OUT_OF_MEMORY, LOST -> Kind.ERROR;
        };
    }
}
