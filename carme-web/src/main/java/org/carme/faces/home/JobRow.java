package org.carme.faces.home;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.carme.images.ImageReference;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** A job as a row of the home page. */
public class JobRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long id;
    private final String slurmId;
    private final String name;
    private final String image;
    private final String resources;
    private final String project;
    private final String nodes;
    private final JobState state;
    private final String reason;
    private final Instant started;
    private final Instant ends;
    private final List<EntryRow> entryPoints;

    JobRow(JobSummary job, String resources, String project, List<EntryRow> entryPoints) {
        this.id = job.id().value();
        this.slurmId = job.slurmJobId().orElse("");
        this.name = job.name();
        this.image = ImageReference.text(job.image(), job.imageVersion());
        this.resources = resources;
        this.project = project;
        this.nodes = String.join(", ", job.nodeNames());
        this.state = job.state();
        this.reason = job.reason();
        this.started = job.startedAt().orElse(null);
        this.ends = job.endsAt().orElse(null);
        this.entryPoints = List.copyOf(entryPoints);
    }

    public long getId() {
        return id;
    }

    public String getSlurmId() {
        return slurmId;
    }

    public String getName() {
        return name;
    }

    public String getImage() {
        return image;
    }

    public String getResources() {
        return resources;
    }

    /** @return name of the project that it is charged to, empty: a group */
    public String getProject() {
        return project;
    }

    public String getNodes() {
        return nodes;
    }

    public String getState() {
        return state.name();
    }

    public String getReason() {
        return reason;
    }

    public Instant getEnds() {
        return ends;
    }

    public long getEndsMillis() {
        return ends == null ? 0 : ends.toEpochMilli();
    }

    public long getStartedMillis() {
        return started == null ? 0 : started.toEpochMilli();
    }

    public List<EntryRow> getEntryPoints() {
        return entryPoints;
    }

    /** @return those that start only when they are opened */
    public List<EntryRow> getIdleEntries() {
        return entryPoints.stream().filter(EntryRow::isIdle).toList();
    }

    /** @return all others */
    public List<EntryRow> getStartedEntries() {
        return entryPoints.stream().filter(entry -> !entry.isIdle()).toList();
    }

    public boolean isStoppable() {
        return state != JobState.ENDING && state != JobState.ENDED;
    }

    /** @return the colour's name in the style sheet */
    public String getTone() {
        return switch (state) {
            case RUNNING -> "run";
            case SUBMITTING, QUEUED, STARTING -> "wait";
            case ENDING, ENDED -> "info";
        };
    }

    public String getIcon() {
        return switch (state) {
            case SUBMITTING -> "pi-send";
            case QUEUED -> "pi-hourglass";
            case STARTING -> "pi-cog";
            case RUNNING -> "pi-play-circle";
            case ENDING, ENDED -> "pi-stop-circle";
        };
    }
}
