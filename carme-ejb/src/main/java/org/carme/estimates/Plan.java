package org.carme.estimates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Node;
import org.carme.cluster.QueuePicture;
import org.carme.cluster.Reservation;
import org.carme.cluster.SchedulerJob;

/**
 * A conservative back-fill: what runs keeps its nodes until its limit, what waits gets the earliest place that no earlier
 * one in the queue has, and a new job may go into any hole that is left. Those for which the scheduler has a plan come first,
 * not before it; the others by priority.
 */
final class Plan {
    /** What is in use without a job that we know has just begun. */
    private static final Duration UNKNOWN_USE = Duration.ofHours(24);

    /** What should be over is being cleaned up. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    /** Tasks of arrays beyond come too late to matter. */
    private static final int MOST_PLACES = 10_000;

    private final List<Timeline> timelines;
    private final List<Reservation> reservations;
    private final long now;

    private record Place(long begin, List<Timeline> nodes) {}

    private Plan(List<Timeline> timelines, List<Reservation> reservations, long now) {
        this.timelines = timelines;
        this.reservations = reservations;
        this.now = now;
    }

    static Plan of(ClusterPicture cluster, QueuePicture queue, Instant now) {
        Map<Map<String, Integer>, Integer> kinds = new HashMap<>();
        List<Timeline> timelines = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            if (node.inService()) {
                int kind = kinds.computeIfAbsent(node.accelerators(), first -> kinds.size());
                timelines.add(new Timeline(node, kind, now.toEpochMilli()));
            }
        }
        Plan plan = new Plan(timelines, cluster.reservations(), now.toEpochMilli());
        plan.occupy(queue);
        plan.keep();
        plan.placeAll(queue);
        return plan;
    }

    /** @return empty if too few nodes in service ever have so much */
    Optional<Instant> earliest(Wish wish, Instant after) {
        List<Timeline> usable = timelines.stream()
                .filter(timeline -> wish.mayUse(timeline.node()))
                .toList();
        return place(
                        usable,
                        wish.nodes(),
                        wish.share(),
                        after.toEpochMilli(),
                        wish.limit().toMillis())
                .map(place -> Instant.ofEpochMilli(place.begin()));
    }

    /** @return the name of a reservation that keeps nodes from the wish until that start, and so is the reason for it */
    Optional<String> reservationUntil(Wish wish, Instant start) {
        Set<String> usable = timelines.stream()
                .map(Timeline::node)
                .filter(wish::mayUse)
                .map(Node::name)
                .collect(Collectors.toSet());
        return reservations.stream()
                .filter(one -> one.cpus() > 0 && one.end().equals(start))
                .filter(one -> !Collections.disjoint(one.nodes(), usable))
                .map(Reservation::name)
                .findFirst();
    }

    private void occupy(QueuePicture queue) {
        Map<String, List<SchedulerJob>> byNode = new HashMap<>();
        queue.running()
                .forEach(job -> job.nodes()
                        .forEach(node -> byNode.computeIfAbsent(node, first -> new ArrayList<>())
                                .add(job)));
        timelines.forEach(
                timeline -> occupy(timeline, byNode.getOrDefault(timeline.node().name(), List.of())));
    }

    private void occupy(Timeline timeline, List<SchedulerJob> jobs) {
        long[] unknown = timeline.inUse();
        for (SchedulerJob job : jobs) {
            long[] amounts = timeline.amounts(Share.of(job.allotment()));
            timeline.take(now, endOf(job), amounts);
            for (int i = 0; i < amounts.length; i++) {
                unknown[i] = Math.max(0, unknown[i] - amounts[i]);
            }
        }
        timeline.take(now, now + UNKNOWN_USE.toMillis(), unknown);
    }

    /** What runs when a reservation begins goes on: Slurm has seen to it that it is over by then, or may stay. */
    private void keep() {
        Map<String, Timeline> byName = new HashMap<>();
        timelines.forEach(timeline -> byName.put(timeline.node().name(), timeline));
        for (Reservation reservation : reservations) {
            List<Timeline> kept = reservation.nodes().stream()
                    .map(byName::get)
                    .filter(Objects::nonNull)
                    .toList();
            int all = kept.stream().mapToInt(timeline -> timeline.node().cpus()).sum();
            for (Timeline timeline : kept) {
                long cpus = (long) timeline.node().cpus() * reservation.cpus() / all;
                long[] amounts = reservation.cpus() >= all ? timeline.everything() : timeline.cpus((int) cpus);
                timeline.take(
                        reservation.begin().toEpochMilli(), reservation.end().toEpochMilli(), amounts);
            }
        }
    }

    private long endOf(SchedulerJob job) {
        return job.endsAt()
                .map(end -> Math.max(end.toEpochMilli(), now + OVERDUE.toMillis()))
                .orElse(Timeline.EVER);
    }

    private void placeAll(QueuePicture queue) {
        List<SchedulerJob> line = queue.waiting()
                .filter(SchedulerJob::isInLine)
                .sorted(Comparator.<SchedulerJob, Instant>comparing(
                                job -> job.plannedStart().orElse(Instant.MAX))
                        .thenComparing(
                                Comparator.comparing(SchedulerJob::priority).reversed())
                        .thenComparing(SchedulerJob::id))
                .toList();
        Map<String, List<Timeline>> byPartition = new HashMap<>();
        int places = 0;
        for (SchedulerJob job : line) {
            List<Timeline> usable = byPartition.computeIfAbsent(job.partition(), this::in);
            for (int task = 0; task < job.allotment().tasks() && places < MOST_PLACES; task++) {
                places++;
                place(usable, job);
            }
        }
    }

    /** Of several partitions a job takes the first that has room; which one that is does not matter here. */
    private List<Timeline> in(String partitions) {
        List<String> names = List.of(partitions.split(","));
        return timelines.stream()
                .filter(timeline -> timeline.node().partitions().stream().anyMatch(names::contains))
                .toList();
    }

    private void place(List<Timeline> usable, SchedulerJob job) {
        long after = job.plannedStart()
                .map(start -> Math.max(now, start.toEpochMilli()))
                .orElse(now);
        long length = job.timeLimit().map(Duration::toMillis).orElse(UNKNOWN_USE.toMillis());
        Share share = Share.of(job.allotment());
        place(usable, job.allotment().nodes(), share, after, length)
                .ifPresent(place -> place.nodes()
                        .forEach(node -> node.take(place.begin(), place.begin() + length, node.amounts(share))));
    }

    /** Before the time at which enough nodes have room each by itself, no earlier one can do: there it is tried again. */
    private static Optional<Place> place(List<Timeline> usable, int nodes, Share share, long after, long length) {
        if (usable.size() < nodes) {
            return Optional.empty();
        }
        Map<Integer, long[]> amounts = new HashMap<>();
        usable.forEach(node -> amounts.computeIfAbsent(node.kind(), first -> node.amounts(share)));
        long[] starts = new long[usable.size()];
        long begin = after;
        while (begin < Timeline.EVER) {
            for (int i = 0; i < starts.length; i++) {
                if (starts[i] < begin) {
                    Timeline node = usable.get(i);
                    starts[i] = node.earliest(begin, length, amounts.get(node.kind()));
                }
            }
            long enough =
                    LongStream.of(starts).sorted().skip(nodes - 1L).findFirst().orElseThrow();
            if (enough == begin) {
                return Optional.of(new Place(begin, tightest(usable, starts, nodes, begin)));
            }
            begin = enough;
        }
        return Optional.empty();
    }

    private static List<Timeline> tightest(List<Timeline> usable, long[] starts, int nodes, long begin) {
        return IntStream.range(0, starts.length)
                .filter(i -> starts[i] == begin)
                .mapToObj(usable::get)
                .sorted(Comparator.<Timeline>comparingLong(node -> node.left(begin))
                        .thenComparing(node -> node.node().name()))
                .limit(nodes)
                .toList();
    }
}
