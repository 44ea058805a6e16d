package org.carme.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a job went of late.
 *
 * @param runs newest first, at most {@value #MOST}
 */
public record RunHistory(List<Run> runs) {
    static final int MOST = 21;

    private static final int ENOUGH = 5;

    /** A run that takes seconds instead of one is no news. */
    private static final Duration NEVER_LONG = Duration.ofMinutes(1);

    private static final int TIMES = 3;

    public RunHistory {
        runs = List.copyOf(runs);
    }

    public Optional<Run> last() {
        return runs.stream().findFirst();
    }

    /** @return the median of those that were completed */
    public Optional<Duration> usual() {
        return median(runs);
    }

    private static Optional<Duration> median(List<Run> of) {
        List<Duration> sorted = of.stream()
                .filter(run -> run.outcome() == RunOutcome.COMPLETED)
                .map(run -> run.took(Instant.EPOCH))
                .sorted()
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    /** @return the last run, if it takes or took three times what those before it did; at least five, and a minute */
    Optional<Run> slow(Instant now) {
        List<Run> before = runs.stream()
                .skip(1)
                .filter(run -> run.outcome() == RunOutcome.COMPLETED)
                .toList();
        if (before.size() < ENOUGH) {
            return Optional.empty();
        }
        Duration limit = median(before).orElseThrow().multipliedBy(TIMES);
        return last().filter(run -> run.took(now).compareTo(limit) > 0)
                .filter(run -> run.took(now).compareTo(NEVER_LONG) > 0);
    }

    /** @return the last that has ended, if it has failed */
    Optional<Run> failed() {
        return ended().filter(run -> run.outcome() == RunOutcome.FAILED);
    }

    private Optional<Run> ended() {
        return runs.stream().filter(run -> run.outcome() != RunOutcome.RUNNING).findFirst();
    }

    /** @return since when nothing kept a run that was due then from beginning; empty while one runs */
    Optional<Instant> freeSince(Instant due) {
        boolean oneRuns =
                last().filter(run -> run.outcome() == RunOutcome.RUNNING).isPresent();
        if (oneRuns && since(due).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(runs.stream()
                .filter(run -> run.startedAt().isBefore(due))
                .flatMap(run -> run.endedAt().stream())
                .filter(end -> end.isAfter(due))
                .max(Comparator.naturalOrder())
                .orElse(due));
    }

    /** @return the first run that has begun since then */
    Optional<Run> since(Instant due) {
        return runs.stream().filter(run -> !run.startedAt().isBefore(due)).reduce((newer, older) -> older);
    }
}
