package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.leases.Lease;
import org.carme.leases.Leases;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** The transactions of alerts: what is told is written down with the messages. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AlertStore {
    private static final int LONGEST_DETAIL = 500;

    @Inject
    Leases leases;

    @Inject
    AlertRepository alerts;

    @Inject
    ScheduleRepository schedules;

    @Inject
    RunRepository history;

    @Inject
    MessageService messages;

    /** Forgets what is over. @return what administrators have not yet been told */
    List<Alert> look(Lease lease, Collection<ScheduledJob> jobs, Instant now) {
        if (!leases.isHeld(lease)) {
            return List.of();
        }
        Map<String, List<Run>> runs = history.last(jobs, RunHistory.MOST);
        Map<String, FireRow> fires =
                schedules.fires().stream().collect(Collectors.toMap(FireRow::job, Function.identity()));
        List<Alert> told = alerts.told();
        return jobs.stream()
                .flatMap(job -> {
                    RunHistory past = new RunHistory(runs.getOrDefault(job.name(), List.of()));
                    return news(job, past, Optional.ofNullable(fires.get(job.name())), told, now).stream();
                })
                .toList();
    }

    private List<Alert> news(ScheduledJob job, RunHistory past, Optional<FireRow> fire, List<Alert> told, Instant now) {
        Optional<Instant> waitingSince = fire.flatMap(FireRow::waitingSince);
        List<Alert> standing = AlertRules.standing(job, past, waitingSince, now);
        List<Alert> news = standing.stream()
                .filter(alert -> AlertRules.isNews(alert, told))
                .toList();
        if (past.failed().isEmpty()) {
            alerts.forget(job.name(), AlertKind.FAILED);
        }
        boolean isSettled = news.stream().noneMatch(alert -> alert.kind() == AlertKind.LATE);
        if (isSettled && waitingSince.flatMap(past::since).isPresent()) {
            fire.ifPresent(FireRow::seen);
        }
        return news;
    }

    void tell(Lease lease, List<Alert> news, Collection<String> people) {
        if (leases.isHeld(lease)) {
            for (Alert alert : news) {
                alerts.keep(alert);
                tell(alert, people);
            }
        }
    }

    /** Of one that is late there may be no execution yet. */
    private void tell(Alert alert, Collection<String> people) {
        boolean failed = alert.kind() == AlertKind.FAILED;
        Optional<RunFailure> failure = failed ? history.failure(alert.subject()) : Optional.empty();
        Kind kind = failed ? Kind.ERROR : Kind.WARNING;
        String key = "batch-" + alert.kind().name().toLowerCase(Locale.ROOT)
                + failure.map(RunFailure::reason).orElse("");
        String subject = alert.job() + alert.execution().map(run -> " " + run).orElse("");
        String detail = failure.map(RunFailure::detail).orElse("");
        String fits = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 1) + "…";
        people.forEach(admin -> messages.tell(admin, kind, key, subject, fits));
    }
}
