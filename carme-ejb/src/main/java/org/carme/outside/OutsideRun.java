package org.carme.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.SchedulerJob;

/**
 * What is kept of a job that was sent past Carme, or what the scheduler says of it.
 *
 * @param tasks how many tasks of an array wait in it, else 1
 * @param nodes of one task
 * @param acceleratorType of several types the one of which it has most; empty without accelerators
 * @param accelerators of one task
 */
public record OutsideRun(
        OutsideKey key,
        String owner,
        String account,
        int tasks,
        int nodes,
        String acceleratorType,
        int accelerators,
        Duration timeLimit,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {
    /** Longer than any period of a quota: what has no limit takes all of the period. */
    private static final Duration UNLIMITED = Duration.ofDays(366);

    /** Far above any cluster's size, and small enough for every sum. */
    private static final int MOST = 1_000_000;

    private static final Pattern ID = Pattern.compile("[0-9]{1,10}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.@-]{1,64}");

    /** @return empty for what is nobody's use: a job of root, or one that the scheduler does not describe */
    public static Optional<OutsideRun> of(SchedulerJob job) {
        boolean usable = ID.matcher(job.id()).matches() && ClusterUser.isUserName(job.user());
        return job.submittedAt().filter(submitted -> usable).map(submitted -> of(job, submitted));
    }

    private static OutsideRun of(SchedulerJob job, Instant submitted) {
        Allotment allotment = job.allotment();
        Optional<Instant> ended = job.state().isFinal()
                ? job.endsAt().or(job::startedAt).or(() -> Optional.of(submitted))
                : Optional.empty();
        return new OutsideRun(
                new OutsideKey(job.id(), submitted),
                job.user(),
                word(allotment.account(), ""),
                Math.min(allotment.tasks(), MOST),
                Math.min(allotment.nodes(), MOST),
                mostOf(allotment.accelerators()),
                (int) Math.min(MOST, sum(allotment.accelerators())),
                job.timeLimit().filter(limit -> limit.compareTo(UNLIMITED) < 0).orElse(UNLIMITED),
                job.startedAt(),
                ended);
    }

    private static String mostOf(Map<String, Integer> accelerators) {
        return accelerators.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> word(most.getKey(), Allotment.ANY_TYPE))
                .orElse("");
    }

    private static long sum(Map<String, Integer> accelerators) {
        return accelerators.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static String word(String text, String otherwise) {
        return WORD.matcher(text).matches() ? text : otherwise;
    }
}
