package org.carme.rest.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.QueuePicture;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;
import org.carme.idle.IdleJobs;
import org.carme.idle.Idleness;
import org.carme.jobs.Extensions;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;

/** When jobs begin, and whether they end later or sooner. */
@ApplicationScoped
class JobOutlooks {
    @Inject
    QueueStatus queue;

    @Inject
    Extensions extensions;

    @Inject
    IdleJobs idle;

    @Inject
    Clock clock;

    Map<JobId, JobDto.Outlook> of(String user, List<JobSummary> jobs) {
        QueuePicture picture = queue.picture();
        Map<JobId, Duration> offers = extensions.offers(user, jobs);
        Map<JobId, Idleness> idleness =
                idle.of(jobs.stream().map(JobSummary::id).toList());
        Map<JobId, JobDto.Outlook> outlooks = new HashMap<>();
        for (JobSummary job : jobs) {
            outlooks.put(
                    job.id(),
                    new JobDto.Outlook(
                            job.slurmJobId().flatMap(picture::find).flatMap(SchedulerJob::plannedStart),
                            job.slurmJobId().flatMap(id -> picture.place(id, clock.instant())),
                            Optional.ofNullable(offers.get(job.id())),
                            Optional.ofNullable(idleness.get(job.id()))));
        }
        return outlooks;
    }
}
