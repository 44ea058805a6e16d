package org.carme.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jobs that wait or run, everybody's, as they were last seen.
 *
 * @param asOf when all of them were read, {@link Instant#EPOCH} if never; some may be known better
 */
public record QueuePicture(Instant asOf, Map<String, SchedulerJob> jobs) {
    /** Everybody's jobs are read every two minutes at least. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** As the scheduler orders them. */
    private static final Comparator<SchedulerJob> LINE = Comparator.comparing(SchedulerJob::priority)
            .reversed()
            .thenComparing(job -> job.submittedAt().orElse(Instant.MAX))
            .thenComparing(job -> job.id().length())
            .thenComparing(SchedulerJob::id);

    static final QueuePicture UNKNOWN = new QueuePicture(Instant.EPOCH, Map.of());

    public QueuePicture {
        jobs = Map.copyOf(jobs);
    }

    static QueuePicture of(List<SchedulerJob> all, Instant asOf) {
        return new QueuePicture(
                asOf,
                all.stream()
                        .filter(job -> !job.state().isFinal())
                        .collect(Collectors.toMap(SchedulerJob::id, Function.identity(), (first, second) -> second)));
    }

    QueuePicture at(Instant time) {
        return new QueuePicture(time, jobs);
    }

    QueuePicture with(SchedulerJob job) {
        Map<String, SchedulerJob> next = new HashMap<>(jobs);
        next.put(job.id(), job);
        next.values().removeIf(one -> one.state().isFinal());
        return new QueuePicture(asOf, next);
    }

    public Optional<SchedulerJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /**
     * The place of a job that waits for nothing but its turn.
     *
     * @return empty for any other, and if everybody's jobs have not been seen of late
     */
    public Optional<QueuePlace> place(String id, Instant now) {
        if (asOf.plus(FRESH).isBefore(now)) {
            return Optional.empty();
        }
        return find(id).filter(SchedulerJob::isInLine).map(job -> {
            List<SchedulerJob> line = waiting()
                    .filter(SchedulerJob::isInLine)
                    .filter(other -> other.sharesPartition(job))
                    .sorted(LINE)
                    .toList();
            return new QueuePlace(line.indexOf(job) + 1, line.size());
        });
    }

    public Stream<SchedulerJob> waiting() {
        return jobs.values().stream().filter(job -> job.state() == SchedulerState.PENDING);
    }

    /** @return those that have nodes, also while these are made ready or cleaned up */
    public Stream<SchedulerJob> running() {
        return jobs.values().stream()
                .filter(job ->
                        job.state() != SchedulerState.PENDING && !job.nodes().isEmpty());
    }
}
