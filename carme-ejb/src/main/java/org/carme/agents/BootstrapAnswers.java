package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carme.agents.pki.CertificateAuthority;
import org.carme.builds.BuildTasks;
import org.carme.builds.JobTask;
import org.carme.common.Secrets;
import org.carme.images.ImageLaunch;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagingOrders;
import org.carme.storage.JobFolders;

/** Puts together what an agent works with. */
@ApplicationScoped
class BootstrapAnswers {
    /** An administrator may extend a running job; without its job the certificate is good for nothing. */
    private static final Duration CERTIFICATE_MARGIN = Duration.ofDays(7);

    @Inject
    CertificateAuthority authority;

    @Inject
    ServiceStarts services;

    @Inject
    JobImages images;

    @Inject
    BuildTasks tasks;

    @Inject
    StagingOrders staging;

    /**
     * Puts it together.
     *
     * @param nodeIndex the first node, 0, runs all services; the others run none
     * @throws BootstrapRefusedException if nobody knows any more how the job's image is run
     */
    BootstrapAnswer make(JobSummary job, int nodeIndex, Placement placement) {
        boolean isHead = nodeIndex == 0;
        Optional<JobTask> task = tasks.of(job);
        boolean ssh = task.isEmpty() && services.haveSsh(job);
        ImageLaunch launch = images.launch(job, task);
        JobFolders folders = images.folders(job);
        boolean hasServices = isHead && task.map(JobTask::hasServices).orElse(true);
        return new BootstrapAnswer(
                job.key(),
                Secrets.random(),
                placement.address(),
                authority.issueAgent(job.key(), placement.endsAt().plus(CERTIFICATE_MARGIN)),
                authority.pem(),
                placement.endsAt(),
                hasServices ? services.of(job.key(), placement.run(), launch) : List.of(),
                isHead || ssh ? images.start(launch) : Optional.empty(),
                task.filter(some -> isHead),
                ssh,
                staging.of(job.data(), folders),
                folders);
    }
}
