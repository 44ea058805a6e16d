package org.carme.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carme.jobs.JobId;

/**
 * What running jobs have used so far. The longer a job runs the more there is to sum up, and the less a moment changes:
 * a sum is good for a sixtieth of the job's time, for a minute at most.
 */
@ApplicationScoped
class SharesSoFar {
    private static final int PARTS = 60;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Sum(Efficiency shares, Instant until) {}

    @Inject
    UsageRecords records;

    @Inject
    Clock clock;

    private final Map<JobId, Sum> known = new ConcurrentHashMap<>();

    Efficiency of(JobId job, Instant begin) {
        Instant now = clock.instant();
        known.values().removeIf(sum -> !now.isBefore(sum.until()));
        return known.computeIfAbsent(job, id -> new Sum(records.efficiency(id), now.plus(lasting(begin, now))))
                .shares();
    }

    private static Duration lasting(Instant begin, Instant now) {
        Duration part = Duration.between(begin, now).dividedBy(PARTS);
        return part.compareTo(LONGEST) < 0 ? part : LONGEST;
    }
}
