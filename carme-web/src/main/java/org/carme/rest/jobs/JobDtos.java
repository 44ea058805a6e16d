package org.carme.rest.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.cluster.QueuePicture;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;
import org.carme.entries.EntryPoint;
import org.carme.entries.EntryService;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.DescribedTypes;
import org.carme.jobs.Extensions;
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
    QueueStatus queue;

    @Inject
    Extensions extensions;

    @Inject
    Clock clock;

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
        Map<JobId, Duration> offers = extensions.offers(user, jobs);
        return jobs.stream()
                .map(job -> JobDto.of(
                        job,
                        described,
                        outlook(job, Optional.ofNullable(offers.get(job.id()))),
                        entries.getOrDefault(job.key(), List.of()).stream()
                                .map(entry -> JobDto.EntryPointDto.of(entry, portalUrl))
                                .toList()))
                .toList();
    }

    private JobDto.Outlook outlook(JobSummary job, Optional<Duration> extension) {
        QueuePicture picture = queue.picture();
        return new JobDto.Outlook(
                job.slurmJobId().flatMap(picture::find).flatMap(SchedulerJob::plannedStart),
                job.slurmJobId().flatMap(id -> picture.place(id, clock.instant())),
                extension);
    }
}
