package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.carme.agents.pki.CertificateAuthority;
import org.carme.common.Secrets;
import org.carme.jobs.JobSummary;

/** Puts together what an agent works with. */
@ApplicationScoped
class BootstrapAnswers {
    /** An administrator may extend a running job; without its job the certificate is good for nothing. */
    private static final Duration CERTIFICATE_MARGIN = Duration.ofDays(7);

    @Inject
    CertificateAuthority authority;

    @Inject
    EntryPointCatalogue catalogue;

    @Inject
    ServiceSecrets secrets;

    /** @param nodeIndex the first node, 0, runs all services; the others run none */
    BootstrapAnswer make(JobSummary job, int nodeIndex, Placement placement) {
        return new BootstrapAnswer(
                job.key(),
                Secrets.random(),
                placement.address(),
                authority.issueAgent(job.key(), placement.endsAt().plus(CERTIFICATE_MARGIN)),
                authority.pem(),
                placement.endsAt(),
                nodeIndex == 0 ? services(job.key(), placement.run()) : List.of());
    }

    private List<BootstrapAnswer.ServiceStart> services(String jobKey, int run) {
        return catalogue.declarations().stream()
                .map(declaration -> new BootstrapAnswer.ServiceStart(
                        declaration, jobKey, secrets.secret(jobKey, declaration.name(), run)))
                .toList();
    }
}
