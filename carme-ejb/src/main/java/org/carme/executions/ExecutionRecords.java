package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;

/** The transactions around executions, each of its own. Its callers outside are the batch module's. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ExecutionRecords {
    private static final String KIND = "batch-job";

    /** As long an execution may take to get its number. */
    private static final Duration STARTING = Duration.ofMinutes(1);

    /** So long it is tried to go on with what a dead portal has left; what is older the next run does. */
    private static final Duration RECOVERY = Duration.ofHours(1);

    @Inject
    RunRepository runs;

    @Inject
    PortalRepository portals;

    @Inject
    ThisPortal self;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Takes the job's slot, and writes down who wants that.
     *
     * @return false if an execution of that job runs, on whichever portal
     */
    public boolean reserve(Launch launch) {
        Optional<RunRepository.Slot> slot = runs.lockSlot(launch.job());
        if (slot.filter(this::isTaken).isPresent()) {
            return false;
        }
        if (slot.isPresent()) {
            runs.takeSlot(launch.job(), self.id(), clock.instant());
        } else {
            runs.addSlot(launch.job(), self.id(), clock.instant());
        }
        launch.action()
                .ifPresent(action -> audit.record(new AuditEvent(
                        action, launch.user(), "", new AuditObject(KIND, launch.job(), launch.job()), detail(launch))));
        return true;
    }

    private boolean isTaken(RunRepository.Slot slot) {
        if (!portals.isThere(slot.portal())) {
            return false;
        }
        return slot.execution() == 0
                ? slot.takenAt().plus(STARTING).isAfter(clock.instant())
                : runs.isGoing(slot.execution());
    }

    private static String detail(Launch launch) {
        Optional<String> item = OneItem.of(launch.parameters()).map(OneItem::item);
        return item.or(() -> launch.restartOf().map(id -> "#" + id))
                .orElseGet(() -> ExecutionRow.stored(launch.parameters()).replace('\n', ' '));
    }

    /** Gives the slot back, as nothing has begun. */
    public void release(Launch launch) {
        runs.freeSlot(launch.job(), self.id());
    }

    /** Keeps what is known of an execution that has begun. */
    public void begun(long execution, Launch launch, Optional<Duration> limit) {
        know(execution, launch.job());
        runs.describe(execution, launch, limit);
        runs.fillSlot(launch.job(), self.id(), execution);
    }

    /** Its first step may be faster than whoever has begun it: both write it down, whoever is second must try again. */
    public void know(long execution, String job) {
        if (!runs.isKnown(execution)) {
            runs.add(execution, job, self, clock.instant());
        }
    }

    /** @return what was now marked as failed: it counted as running, but its portal is dead */
    public List<Long> failLeftOvers() {
        Instant now = clock.instant();
        List<RunRepository.Left> failed = runs.left(now.minus(STARTING)).stream()
                .filter(left -> runs.failLeft(left.execution(), now))
                .toList();
        failed.forEach(left -> {
            know(left.execution(), left.job());
            runs.judge(left.execution(), Verdict.PORTAL_DIED);
        });
        return failed.stream().map(RunRepository.Left::execution).toList();
    }

    /** One of this portal's that still counts as running has ended: it goes on as if its portal had died. */
    public void failLost(long execution) {
        if (runs.failLeft(execution, clock.instant())) {
            runs.judge(execution, Verdict.DATABASE_WAS_AWAY);
        }
    }

    /** The runtime has made its tables. */
    public void prepare() {
        runs.indexStatus();
    }

    /** What a portal that is dead has left, and nobody has gone on with. */
    public record LeftOver(long execution, String job, int attempts, Map<String, String> parameters) {}

    /** @return what is to go on: it was marked within the last hour, and neither stopped nor followed by another run */
    public List<LeftOver> leftOvers() {
        return runs.interrupted(clock.instant().minus(RECOVERY));
    }

    void wantStop(long execution, String job, String admin) {
        if (runs.wantStop(execution, admin, clock.instant())) {
            record(AuditAction.BATCH_STOPPED, execution, job, admin);
        }
    }

    void abandoned(long execution, String job, String admin) {
        record(AuditAction.BATCH_ABANDONED, execution, job, admin);
    }

    private void record(AuditAction action, long execution, String job, String admin) {
        audit.record(new AuditEvent(action, admin, "", new AuditObject(KIND, job, job), "#" + execution));
    }

    /**
     * Whether one that runs here has to stop; one whose time is over is judged.
     *
     * @return also on each later call
     */
    public boolean mustStop(long execution) {
        Instant now = clock.instant();
        if (runs.isOutOfTime(execution, now)) {
            runs.judge(execution, Verdict.TOO_LONG);
            runs.wantStop(execution, "", now);
        }
        return runs.isStopWanted(execution);
    }

    /** @return whether it still runs; one that has ended and was judged has failed, whatever it says itself */
    public boolean isGoing(long execution) {
        boolean going = runs.isGoing(execution);
        if (!going && runs.isJudged(execution)) {
            runs.failEnded(execution, "TOO LONG");
        }
        return going;
    }

    /** @return whether one of that job runs anywhere */
    public boolean isAnyGoing(String job) {
        return runs.isGoing(job);
    }
}
