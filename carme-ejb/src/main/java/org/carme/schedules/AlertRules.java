package org.carme.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a job administrators should know. */
final class AlertRules {
    private static final Duration LATE = Duration.ofMinutes(15);

    private AlertRules() {}

    /**
     * What is the case now. A job without a schedule runs as often and as long as people work: it is neither late nor slow.
     *
     * @param waitingSince when a run was due that was not yet seen
     */
    static List<Alert> standing(ScheduledJob job, RunHistory history, Optional<Instant> waitingSince, Instant now) {
        List<Alert> found = new ArrayList<>();
        history.failed().ifPresent(run -> found.add(Alert.of(job.name(), AlertKind.FAILED, run.id())));
        if (job.usual().isPresent()) {
            history.slow(now).ifPresent(run -> found.add(Alert.of(job.name(), AlertKind.SLOW, run.id())));
            waitingSince
                    .filter(due -> isLate(history, due, now))
                    .map(due -> new Alert(
                            job.name(),
                            AlertKind.LATE,
                            due.toEpochMilli(),
                            history.since(due).map(Run::id)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static boolean isLate(RunHistory history, Instant due, Instant now) {
        Instant begin = history.since(due).map(Run::startedAt).orElse(now);
        return history.freeSince(due)
                .filter(free -> begin.isAfter(free.plus(LATE)))
                .isPresent();
    }

    /** @return whether administrators have not yet been told; of failures in a row the first one is enough */
    static boolean isNews(Alert alert, List<Alert> told) {
        return told.stream()
                .filter(known -> known.job().equals(alert.job()) && known.kind() == alert.kind())
                .noneMatch(known -> alert.kind() == AlertKind.FAILED || known.subject() == alert.subject());
    }
}
