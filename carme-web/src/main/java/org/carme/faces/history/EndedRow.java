package org.carme.faces.history;

import java.time.Duration;
import java.util.Locale;
import org.carme.images.ImageReference;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobSummary;

/** An ended job as a row. */
public class EndedRow {
    private static final int MINUTES = 60;

    private final JobSummary job;
    private final String resources;
    private final String project;
    private final JobOutcome outcome;
    private final String failure;
    private final String used;

    /**
     * Makes a row.
     *
     * @param failure why it has failed, empty if it has not
     * @param used how much of it was used, in few words; may be empty
     */
    EndedRow(JobSummary job, String resources, String project, String failure, String used) {
        this.job = job;
        this.resources = resources;
        this.project = project;
        this.failure = failure;
        this.used = used;
        this.outcome = job.outcome().orElseThrow();
    }

    public long getId() {
        return job.id().value();
    }

    public String getUsed() {
        return used;
    }

    public String getName() {
        return job.name();
    }

    public String getSlurmId() {
        return job.slurmJobId().orElse("");
    }

    public String getOutcome() {
        return outcome.name();
    }

    public String getReason() {
        return failure;
    }

    public String getResources() {
        return resources;
    }

    public String getImage() {
        return ImageReference.text(job.image(), job.imageVersion());
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

    public long getEnded() {
        return job.endedAt().orElseThrow().toEpochMilli();
    }

    /** @return hours and minutes, empty for a job that never ran */
    public String getRan() {
        return job.startedAt()
                .map(started -> Duration.between(started, job.endedAt().orElseThrow()))
                .map(ran -> String.format(Locale.ROOT, "%d:%02d h", ran.toHours(), ran.toMinutes() % MINUTES))
                .orElse("");
    }

    public String getTone() {
        return tone(outcome);
    }

    /** @return the colour's name in the style sheet */
    public static String tone(JobOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "run";
            case CANCELLED -> "info";
            case TIMED_OUT, PREEMPTED -> "wait";
            case FAILED, NODE_FAILED, OUT_OF_MEMORY, LOST -> "bad";
        };
    }

    public String getIcon() {
        return icon(outcome);
    }

    /** @return the icon's name in PrimeIcons */
    public static String icon(JobOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "pi-check-circle";
            case CANCELLED -> "pi-stop-circle";
            case TIMED_OUT, PREEMPTED -> "pi-clock";
            case FAILED, NODE_FAILED, OUT_OF_MEMORY, LOST -> "pi-times-circle";
        };
    }
}
