package org.carme.cluster;

import java.time.Instant;
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
