package org.carme.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerJob;
import org.carme.database.Retry;
import org.carme.jobs.JobRegistry;
import org.carme.outside.OutsideJobs;
import org.carme.outside.OutsideKey;
import org.carme.outside.OutsideRun;

/** Finds out how outside jobs ended that the controller has forgotten: from what followed them, or from the accounting. */
@ApplicationScoped
class OutsideEnds {
    /** The accounting takes up to 0.4 s for each. */
    private static final int QUESTIONS = 20;

    /** How long the accounting may say that a job runs of which the controller knows nothing. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** Less than the controller remembers ended jobs (MinJobAge), more than passes between two looks. */
    private static final Duration GAP = Duration.ofMinutes(4);

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int WINDOWS = 24;

    private final Map<OutsideKey, Instant> missedSince = new HashMap<>();

    @Inject
    Scheduler scheduler;

    @Inject
    JobRegistry registry;

    @Inject
    OutsideJobs outside;

    /**
     * Settles what the controller no longer has. Another portal instance may know a job that came after this look, so
     * that one must be missing twice.
     */
    void settle(Set<OutsideKey> present, Instant asOf) {
        List<OutsideKey> missing =
                outside.active().stream().filter(key -> !present.contains(key)).toList();
        missedSince.keySet().retainAll(Set.copyOf(missing));
        Map<String, Instant> newest = new HashMap<>();
        present.forEach(key -> newest.merge(key.slurmJobId(), key.submittedAt(), OutsideEnds::later));
        int questions = 0;
        for (OutsideKey key : missing) {
            Instant since = missedSince.computeIfAbsent(key, first -> asOf);
            if (isAfter(newest.get(key.slurmJobId()), key)) {
                gone(key, newest.get(key.slurmJobId()));
            } else if (since.isBefore(asOf) && questions < QUESTIONS) {
                questions++;
                ask(key, since, asOf);
            }
        }
    }

    private void ask(OutsideKey key, Instant since, Instant asOf) {
        Optional<SchedulerJob> record = scheduler.findAccounted(key.slurmJobId());
        Optional<OutsideRun> run = record.flatMap(OutsideRun::of);
        if (run.isPresent() && run.get().key().equals(key)) {
            if (run.get().endedAt().isPresent()) {
                OutsideWatch.keep(outside, List.of(run.get()));
            } else if (since.plus(PATIENCE).isBefore(asOf)) {
                gone(key, since);
            }
            return;
        }
        Instant next = record.flatMap(SchedulerJob::submittedAt).orElse(null);
        gone(key, isAfter(next, key) ? next : since);
    }

    /** Makes up for the time in which nobody looked, an hour at a time; a long one takes several looks. */
    void fillGap(Instant asOf) {
        Instant from = outside.lookedAt();
        if (from.equals(Instant.EPOCH)) {
            from = asOf;
        }
        for (int i = 0; i < WINDOWS && from.plus(GAP).isBefore(asOf); i++) {
            Instant to = from.plus(WINDOW).isBefore(asOf) ? from.plus(WINDOW) : asOf;
            List<SchedulerJob> ended = endedAbout(from, to);
            OutsideWatch.keep(
                    outside,
                    registry.sentElsewhere(ended).stream()
                            .map(OutsideRun::of)
                            .flatMap(Optional::stream)
                            .toList());
            looked(to);
            from = to;
        }
        if (!from.plus(GAP).isBefore(asOf)) {
            looked(asOf);
        }
    }

    private List<SchedulerJob> endedAbout(Instant from, Instant to) {
        List<SchedulerJob> ended = new ArrayList<>();
        scheduler.ended(from.minus(CLOCK_SKEW), to.plus(CLOCK_SKEW), run -> {
            if (run.job().state().isFinal()) {
                ended.add(run.job());
            }
        });
        return ended;
    }

    private void looked(Instant when) {
        Retry.onConflict(() -> outside.looked(when));
    }

    private void gone(OutsideKey key, Instant when) {
        Retry.onConflict(() -> outside.gone(key, when));
    }

    private static boolean isAfter(Instant submitted, OutsideKey key) {
        return submitted != null && submitted.isAfter(key.submittedAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
