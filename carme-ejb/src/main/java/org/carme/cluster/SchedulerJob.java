package org.carme.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the scheduler says of a job.
 *
 * @param tag the job's comment, empty if none
 * @param partition several with commas between them if it may run in any of these
 * @param reason the scheduler's own word for why the job waits or ended, "None" and blanks become the empty string
 * @param nodes names of the assigned nodes, expanded, first the one that runs the script; empty while pending
 * @param startedAt empty while pending (a planned start is in {@code plannedStart})
 * @param endsAt when a running job reaches its limit, or when an ended one ended
 * @param exitCode the script's exit status, or 128 + signal; empty while it runs or if nobody knows it
 * @param restarts how often the scheduler has put the job back into the queue
 * @param priority who waits with a higher one is served first; 0: it is held back
 * @param allotment what it has, or asks for while it waits
 */
public record SchedulerJob(
        String id,
        String user,
        String name,
        String tag,
        String partition,
        SchedulerState state,
        String reason,
        List<String> nodes,
        Optional<Instant> submittedAt,
        Optional<Instant> startedAt,
        Optional<Instant> plannedStart,
        Optional<Instant> endsAt,
        Optional<Duration> timeLimit,
        Optional<Integer> exitCode,
        int restarts,
        long priority,
        Allotment allotment) {
    /** In the scheduler's own words, as {@link #reason()} is. */
    private static final Set<String> WAITS_FOR_ITS_TURN = Set.of("", "Priority", "Resources");

    public SchedulerJob {
        nodes = List.copyOf(nodes);
    }

    /** @return whether it waits for nothing but its turn: not for another job, a time, a limit or a person */
    public boolean isInLine() {
        return state == SchedulerState.PENDING
                && priority > 0
                && (plannedStart.isPresent() || WAITS_FOR_ITS_TURN.contains(reason));
    }

    /** @return whether one of the partitions that the two may run in is the same */
    boolean sharesPartition(SchedulerJob other) {
        Set<String> own = Set.of(partition.split(","));
        return Stream.of(other.partition.split(",")).anyMatch(own::contains);
    }
}
