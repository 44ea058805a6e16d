package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;

/** When the scheduler plans to start what waits. */
@Named
@RequestScoped
public class PlannedStarts {
    @Inject
    QueueStatus queue;

    @Inject
    Clock clock;

    /** @return 0 if it has no plan, or one that is over */
    public long millis(JobRow job) {
        return queue.picture()
                .find(job.getSlurmId())
                .flatMap(SchedulerJob::plannedStart)
                .filter(start -> start.isAfter(clock.instant()))
                .map(Instant::toEpochMilli)
                .orElse(0L);
    }
}
