package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        JobSummary summary = job.summary();
        JobChange change = new JobChange(summary.id(), summary.key(), summary.owner(), summary.state());
        afterCommit.run(() -> changes.fire(change));
        if (summary.state() == JobState.ENDED) {
            ends.ended(summary);
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
