package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** What becomes of self-tests, each step in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CanaryStore {
    private static final Duration SILENT = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(400);

    @Inject
    CanaryRepository runs;

    @Inject
    AuditService audit;

    @Inject
    MessageService messages;

    @Inject
    Clock clock;

    /** Who has asked for one. */
    void wanted(String admin) {
        audit.record(
                new AuditEvent(AuditAction.SELF_TEST_REQUESTED, admin, "", new AuditObject("self-test", "", ""), ""));
    }

    /**
     * Begins a run, unless one is under way; those whose portal has died are over.
     *
     * @return its number
     */
    Optional<Long> begin() {
        Instant now = clock.instant();
        List<CanaryRow> open = runs.lockOpen();
        if (open.stream().anyMatch(run -> run.isAliveSince(now.minus(SILENT)))) {
            return Optional.empty();
        }
        open.forEach(run -> run.interrupt(now));
        runs.removeBefore(now.minus(KEPT));
        return Optional.of(runs.add(new CanaryRow(now)).id());
    }

    void showLife(long run) {
        runs.lock(run).ifPresent(row -> row.seen(clock.instant()));
    }

    void passed(long run, Stage stage, Duration time) {
        runs.lock(run).ifPresent(row -> row.passed(stage, time, clock.instant()));
    }

    void end(long run, Optional<StageFailedException> failure) {
        runs.lock(run)
                .ifPresent(row -> failure.ifPresentOrElse(
                        why -> row.fail(why.stage(), why.getMessage(), clock.instant()),
                        () -> row.end(clock.instant())));
    }

    /** @return the last run, if it went otherwise than administrators believe, who believe at first that all is well */
    Optional<Long> news() {
        boolean believed = runs.lastTold().map(CanaryRow::isGood).orElse(true);
        return runs.lastEnded().filter(run -> run.isGood() != believed).map(CanaryRow::id);
    }

    /** Of several portals that tell of it at once one does. */
    void tell(long run, Set<String> people) {
        runs.lock(run).filter(CanaryRow::isUntold).ifPresent(row -> {
            row.tell();
            CanaryResult result = row.result();
            people.forEach(admin -> tell(admin, result));
        });
    }

    private void tell(String admin, CanaryResult result) {
        result.failed()
                .ifPresentOrElse(
                        stage -> messages.tell(admin, Kind.ERROR, "self-test-failed." + stage, "", result.trouble()),
                        () -> messages.tell(admin, Kind.SUCCESS, "self-test-recovered", "", ""));
    }

    /** As if it had not been. */
    void forget(long run) {
        runs.remove(run);
    }

    /** @return newest first */
    List<CanaryResult> newest(int most) {
        return runs.newest(most).stream().map(CanaryRow::result).toList();
    }
}
