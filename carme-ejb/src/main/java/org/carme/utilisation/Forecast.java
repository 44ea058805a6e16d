package org.carme.utilisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.QueuePicture;
import org.carme.cluster.SchedulerJob;

/**
 * The coming day: what runs goes on until its time limit, what waits begins when the scheduler plans it, and nothing else
 * comes. What is out of service stays so.
 */
final class Forecast {
    static final Duration LENGTH = Duration.ofHours(24);
    static final Duration STEP = Duration.ofMinutes(10);

    private final Instant now;
    private final Map<String, TreeMap<Instant, Change>> changes = new HashMap<>();

    /** What there is more of, or less, from a time on. */
    private record Change(long used, long queued) {
        static final Change NONE = new Change(0, 0);

        Change plus(Change other) {
            return new Change(used + other.used, queued + other.queued);
        }
    }

    private Forecast(Instant now) {
        this.now = now;
    }

    /** @param present what there is of each type now */
    static List<TypeSeries> of(SortedMap<String, Load> present, QueuePicture queue, Instant now) {
        Forecast forecast = new Forecast(now);
        queue.running().forEach(forecast::ends);
        queue.waiting().forEach(forecast::begins);
        List<TypeSeries> types = new ArrayList<>();
        present.forEach((type, load) -> types.add(new TypeSeries(type, forecast.points(type, load))));
        return types;
    }

    private void ends(SchedulerJob job) {
        job.endsAt().ifPresent(end -> change(job, end, new Change(-1, 0)));
    }

    /** Of an array the plan is that of its next task. */
    private void begins(SchedulerJob job) {
        job.plannedStart().ifPresent(start -> {
            Instant begin = start.isBefore(now) ? now : start;
            change(job, begin, new Change(1, -1));
            job.timeLimit().ifPresent(limit -> change(job, begin.plus(limit), new Change(-1, 0)));
        });
    }

    private void change(SchedulerJob job, Instant when, Change sign) {
        Map<String, Integer> counts = new HashMap<>(job.allotment().accelerators());
        counts.put(ClusterPicture.CPU, job.allotment().cpus());
        counts.forEach((type, count) -> changes.computeIfAbsent(type, first -> new TreeMap<>())
                .merge(when, new Change(sign.used() * count, sign.queued() * count), Change::plus));
    }

    private List<Point> points(String type, Load load) {
        TreeMap<Instant, Change> ofType = changes.getOrDefault(type, new TreeMap<>());
        List<Point> points = new ArrayList<>();
        Change sum = Change.NONE;
        Instant before = Instant.MIN;
        for (Instant at = now; !at.isAfter(now.plus(LENGTH)); at = at.plus(STEP)) {
            for (Change change : ofType.subMap(before, false, at, true).values()) {
                sum = sum.plus(change);
            }
            before = at;
            // what ends or begins this very moment is in the present already
            points.add(new Point(at, at.equals(now) ? load : changed(load, sum)));
        }
        return points;
    }

    private static Load changed(Load load, Change sum) {
        double most = load.total() - load.down();
        double used = Math.max(0, Math.min(most, load.used() + sum.used()));
        OptionalDouble queued = load.queued().isPresent()
                ? OptionalDouble.of(Math.max(0, load.queued().getAsDouble() + sum.queued()))
                : OptionalDouble.empty();
        return new Load(load.total(), used, most - used, load.down(), queued);
    }
}
