package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.images.ImageLaunch;
import org.carme.jobs.JobSummary;

/** The services that a job's first node starts, and whether its nodes have ssh. */
@ApplicationScoped
class ServiceStarts {
    @Inject
    EntryPointCatalogue catalogue;

    @Inject
    ServiceSecrets secrets;

    @Inject
    AgentSettings settings;

    /** Whether the nodes of the job run an sshd each. */
    boolean haveSsh(JobSummary job) {
        return settings.ssh().covers(job.nodes());
    }

    /** Those that the image offers. */
    List<BootstrapAnswer.ServiceStart> of(String jobKey, int run, ImageLaunch launch) {
        return catalogue.declarations().stream()
                .filter(declaration -> launch.offers(declaration.name()))
                .map(declaration -> new BootstrapAnswer.ServiceStart(
                        declaration,
                        jobKey,
                        secrets.secret(jobKey, declaration.name(), run),
                        declaration.onDemand() && launch.entryPoints().isEmpty()))
                .toList();
    }
}
