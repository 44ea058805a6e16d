package org.carme.rest.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.entries.EntryPoint;
import org.carme.entries.EntryService;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.DescribedTypes;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts jobs and their entry points together. */
@ApplicationScoped
class JobDtos {
    @Inject
    EntryService entryService;

    @Inject
    AcceleratorTypes types;

    @Inject
    JobOutlooks outlooks;

    @Inject
    @ConfigProperty(name = "carme.portal.url", defaultValue = "http://localhost:8080")
    String portalUrl;

    JobDto of(String user, JobSummary job) {
        return of(user, List.of(job)).get(0);
    }

    List<JobDto> of(String user, List<JobSummary> jobs) {
        Map<String, List<EntryPoint>> entries =
                entryService.entryPoints(user, jobs).stream().collect(Collectors.groupingBy(EntryPoint::jobKey));
        DescribedTypes described = types.described();
        Map<JobId, JobDto.Outlook> known = outlooks.of(user, jobs);
        return jobs.stream()
                .map(job -> JobDto.of(
                        job,
                        described,
                        known.get(job.id()),
                        entries.getOrDefault(job.key(), List.of()).stream()
                                .map(entry -> JobDto.EntryPointDto.of(entry, portalUrl))
                                .toList()))
                .toList();
    }
}
