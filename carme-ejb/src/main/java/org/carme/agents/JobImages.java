package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.carme.builds.JobTask;
import org.carme.images.ImageLaunch;
import org.carme.images.ImageLaunches;
import org.carme.images.ImageSettings;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.jobs.JobSummary;
import org.carme.storage.JobFolders;
import org.carme.storage.JobStorage;

/** Finds out how a job's image is run, and what it sees of the site's disks. */
@ApplicationScoped
class JobImages {
    @Inject
    ImageLaunches launches;

    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    ImageSettings settings;

    @Inject
    JobStorage storage;

    /** The folders that it sees. */
    JobFolders folders(JobSummary job) {
        return storage.folders(job.owner(), job.project());
    }

    /** What services run in: if they run in what a task makes, that. */
    ImageLaunch launch(JobSummary job, Optional<JobTask> task) {
        ImageLaunch launch = launches.launch(job.image(), job.imageVersion());
        return task.filter(JobTask::hasServices)
                .flatMap(JobTask::target)
                .map(launch::at)
                .orElse(launch);
    }

    /**
     * What the agent is to be told of it.
     *
     * @return empty if it is run as plain processes
     * @throws BootstrapRefusedException if its runtime is not declared any more
     */
    Optional<BootstrapAnswer.ImageStart> start(ImageLaunch launch) {
        RuntimeDeclaration runtime = runtimes.find(launch.runtime())
                .orElseThrow(() -> new BootstrapRefusedException("no runtime " + launch.runtime() + " is declared"));
        return runtime.isNone()
                ? Optional.empty()
                : Optional.of(new BootstrapAnswer.ImageStart(launch, runtime, settings.folders()));
    }
}
