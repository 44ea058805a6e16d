package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;
import org.carme.database.Retry;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.packages.FoundContents;

/** The tasks of jobs, for their agents. It checks nobody's right: whose agent it is, is known by its token. */
@ApplicationScoped
public class BuildTasks {
    @Inject
    BuildProgress progress;

    @Inject
    FoundContents contents;

    @Inject
    BuildSettings settings;

    /** @return what the job's agent has to do before it starts services, empty if that is nothing */
    public Optional<JobTask> of(JobSummary job) {
        return Retry.onConflict(() -> progress.find(job.id())).map(this::task);
    }

    private JobTask task(Build build) {
        BuildPlan.Source source = build.source();
        return new JobTask(
                build.kind(),
                source.location(),
                Optional.of(build.location()).filter(location -> !location.isEmpty()),
                settings.folder(),
                source.digest(),
                settings.maxBytes(),
                settings.maxProcesses(),
                new JobTask.Mirrors(settings.aptSources(), settings.pipIndex(), settings.condaChannel()),
                array(build.steps()));
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    /** Takes what an agent says of its task. The same may come again. */
    public TaskPhase take(JobId job, TaskReport report, ServicesTried tried) {
        return Retry.onConflict(() -> progress.take(job, report, tried));
    }

    /** The same of an agent that says nothing of a task. */
    public TaskPhase phase(JobId job) {
        return Retry.onConflict(() -> progress.find(job)).map(Build::phase).orElse(TaskPhase.SERVICES);
    }

    /**
     * Keeps what an agent has found inside the image until its task is done; of a job without a task: nothing to do.
     *
     * @param document CycloneDX as JSON, plain or compressed
     * @throws org.carme.common.InvalidRequestException saying what is wrong with it
     */
    public void takeContents(JobId job, byte[] document) {
        boolean isWanted = Retry.onConflict(() -> progress.find(job))
                .filter(build -> !build.isOver() && build.kind() != BuildKind.SANDBOX)
                .isPresent();
        if (isWanted) {
            byte[] compressed = contents.check(document);
            Retry.onConflict(() -> progress.keepContents(job, compressed));
        }
    }
}
