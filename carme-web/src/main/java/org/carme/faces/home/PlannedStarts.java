package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;
import org.carme.faces.layout.Texts;

/** When the scheduler plans to start what waits, and what comes before it. */
@Named
@RequestScoped
public class PlannedStarts {
    @Inject
    QueueStatus queue;

    @Inject
    Texts texts;

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

    /** @return its place in the queue, empty if it is not in line or nobody knows */
    public String place(JobRow job) {
        return queue.picture()
                .place(job.getSlurmId(), clock.instant())
                .map(place -> texts.text("job.place", place.place(), place.of()))
                .orElse("");
    }
}
