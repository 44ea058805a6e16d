package org.carme.faces.alljobs;

import java.time.Instant;
import org.carme.faces.history.EndedRow;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** Somebody's job as a row. */
public class AnybodysJobRow {
    private final JobSummary job;
    private final String resources;
    private final String project;

    AnybodysJobRow(JobSummary job, String resources, String project) {
        this.job = job;
        this.resources = resources;
        this.project = project;
    }

    public long getId() {
        return job.id().value();
    }

    public String getOwner() {
        return job.owner();
    }

    public String getName() {
        return job.name();
    }

    /** @return how it is named where only one line is given */
    public String getTitle() {
        return (job.name().isEmpty() ? Long.toString(getId()) : job.name()) + " (" + job.owner() + ")";
    }

    public String getSlurmId() {
        return job.slurmJobId().orElse("");
    }

    /** @return the key of the text that says how it stands or how it ended */
    public String getStateKey() {
        return job.outcome().map(outcome -> "outcome." + outcome).orElse("state." + job.state());
    }

    public String getTone() {
        return job.outcome().map(EndedRow::tone).orElseGet(this::toneOfState);
    }

    private String toneOfState() {
        return switch (job.state()) {
            case RUNNING -> "run";
            case SUBMITTING, QUEUED, STARTING -> "wait";
            case ENDING, ENDED -> "info";
        };
    }

    public boolean isStoppable() {
        return job.state() != JobState.ENDING && job.state() != JobState.ENDED;
    }

    public String getTemplate() {
        return job.template();
    }

    public String getResources() {
        return resources;
    }

    /** @return name of the project that it is charged to, empty: a group */
    public String getProject() {
        return project;
    }

    public String getNodes() {
        return String.join(", ", job.nodeNames());
    }

    public long getSubmitted() {
        return job.submittedAt().toEpochMilli();
    }

    /** @return 0 while it has not ended */
    public long getEnded() {
        return job.endedAt().map(Instant::toEpochMilli).orElse(0L);
    }
}
