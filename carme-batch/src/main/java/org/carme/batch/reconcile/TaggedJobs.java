package org.carme.batch.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.jobs.JobSummary;

/** The scheduler's jobs that carry a tag of ours, from one bulk read. */
@ApplicationScoped
class TaggedJobs {
    private static final String PREFIX = "carme:";

    @Inject
    Scheduler scheduler;

    /** Jobs by tag, each list in the order of the scheduler's ids. */
    record Snapshot(Map<String, List<SchedulerJob>> byTag) {
        /** @return the one that may register: a tag counts only on a job of the same user */
        Optional<SchedulerJob> first(JobSummary job) {
            return all(job).stream().filter(found -> !isRefusal(found)).findFirst();
        }

        /** @return what the scheduler keeps of a submission that it has refused */
        Optional<SchedulerJob> refusal(JobSummary job) {
            return all(job).stream().filter(TaggedJobs::isRefusal).findFirst();
        }

        /** @return those that have not ended */
        List<SchedulerJob> going() {
            return byTag.values().stream()
                    .flatMap(List::stream)
                    .filter(job -> !job.state().isFinal())
                    .toList();
        }

        List<SchedulerJob> all(JobSummary job) {
            return byTag.getOrDefault(job.tag(), List.of()).stream()
                    .filter(found -> found.user().equals(job.owner()))
                    .toList();
        }
    }

    /** @return what the controller has now */
    Snapshot present() {
        return snapshot(scheduler.jobs(Instant.EPOCH).orElse(List.of()).stream());
    }

    /**
     * Fails while the accounting is away.
     *
     * @param present asked for before, so that nothing is missed that ends in between
     * @return that and what has ended since then, which the controller may have forgotten
     */
    Snapshot withEnded(Snapshot present, Instant from) {
        return snapshot(Stream.concat(
                present.byTag().values().stream().flatMap(List::stream), scheduler.accounted(from).stream()));
    }

    /** Some refusals leave a record of a job that failed without ever having had a node. */
    private static boolean isRefusal(SchedulerJob job) {
        return job.state() == SchedulerState.FAILED && job.nodes().isEmpty();
    }

    private static Snapshot snapshot(Stream<SchedulerJob> jobs) {
        return new Snapshot(jobs.filter(job -> job.tag().startsWith(PREFIX))
                .sorted(Comparator.comparing(job -> Long.parseLong(job.id())))
                .collect(Collectors.groupingBy(SchedulerJob::tag)));
    }
}
