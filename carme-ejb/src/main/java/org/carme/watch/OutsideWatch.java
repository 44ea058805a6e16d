package org.carme.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerJob;
import org.carme.database.Retry;
import org.carme.jobs.JobRegistry;
import org.carme.outside.OutsideJobs;
import org.carme.outside.OutsideKey;
import org.carme.outside.OutsideRun;

/**
 * Keeps the rows of jobs that were sent past Carme like the scheduler's, from bulk reads of its own or of others. Only
 * what has changed touches the database.
 */
@ApplicationScoped
class OutsideWatch {
    private static final int CHUNK = 200;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final AtomicReference<Sight> offered = new AtomicReference<>();
    private final Map<OutsideKey, OutsideRun> present = new HashMap<>();
    private Instant asOf = Instant.EPOCH;

    @Inject
    Scheduler scheduler;

    @Inject
    JobRegistry registry;

    @Inject
    OutsideJobs outside;

    @Inject
    QueueStatus queue;

    @Inject
    OutsideEnds ends;

    @Inject
    Clock clock;

    /** All jobs as somebody has read them. */
    private record Sight(Instant asOf, List<SchedulerJob> jobs) {}

    /** Takes what was just read for another purpose, so that it need not be read again. */
    void offer(Instant when, List<SchedulerJob> all) {
        offered.set(new Sight(when, all));
        queue.seenAll(all, when);
    }

    /** @throws org.carme.cluster.SchedulerException if it is away: what was missed is made up for by a later look */
    void look() {
        Instant now = clock.instant();
        Sight taken = offered.getAndSet(null);
        if (taken != null && taken.asOf().isAfter(asOf)) {
            see(taken.jobs());
            asOf = taken.asOf();
        } else {
            Instant since = asOf.isAfter(Instant.EPOCH) ? asOf.minus(CLOCK_SKEW) : Instant.EPOCH;
            scheduler.jobs(since).ifPresentOrElse(all -> seeAll(all, now), () -> queue.unchanged(now));
            asOf = now;
        }
        ends.settle(present.keySet(), asOf);
        ends.fillGap(asOf);
    }

    private void seeAll(List<SchedulerJob> all, Instant when) {
        queue.seenAll(all, when);
        see(all);
    }

    private void see(List<SchedulerJob> all) {
        Map<OutsideKey, OutsideRun> seen = new HashMap<>();
        List<SchedulerJob> news = new ArrayList<>();
        for (SchedulerJob job : all) {
            OutsideRun.of(job).ifPresent(run -> {
                if (run.equals(present.get(run.key()))) {
                    seen.put(run.key(), run);
                } else {
                    news.add(job);
                }
            });
        }
        List<OutsideRun> changed = registry.sentElsewhere(news).stream()
                .map(OutsideRun::of)
                .flatMap(Optional::stream)
                .toList();
        keep(outside, changed);
        changed.forEach(run -> seen.put(run.key(), run));
        present.clear();
        present.putAll(seen);
    }

    static void keep(OutsideJobs outside, List<OutsideRun> runs) {
        for (int from = 0; from < runs.size(); from += CHUNK) {
            List<OutsideRun> part = runs.subList(from, Math.min(from + CHUNK, runs.size()));
            Retry.onConflict(() -> outside.observe(part));
        }
    }
}
