package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;

/** The transactions of schedules: each change is kept and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ScheduleStore {
    private static final String KIND = "batch-job";

    @Inject
    ScheduleRepository rows;

    @Inject
    RunRepository history;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    List<JobPlan> plans(Collection<ScheduledJob> jobs) {
        Map<String, List<Run>> runs = history.last(jobs, RunHistory.MOST);
        Map<String, ScheduleRow> changed =
                rows.changed().stream().collect(Collectors.toMap(ScheduleRow::job, Function.identity()));
        Map<String, FireRow> fires = rows.fires().stream().collect(Collectors.toMap(FireRow::job, Function.identity()));
        return jobs.stream()
                .map(job -> plan(
                        job,
                        Optional.ofNullable(changed.get(job.name())),
                        Optional.ofNullable(fires.get(job.name())),
                        new RunHistory(runs.getOrDefault(job.name(), List.of()))))
                .toList();
    }

    private JobPlan plan(ScheduledJob job, Optional<ScheduleRow> changed, Optional<FireRow> fire, RunHistory past) {
        Optional<Schedule> schedule = changed.map(ScheduleRow::schedule).or(job::usual);
        Instant now = clock.instant();
        Optional<Instant> planned =
                schedule.flatMap(known -> fire.filter(row -> row.follows(known)).flatMap(FireRow::next));
        return new JobPlan(
                job.name(),
                schedule,
                changed.isPresent(),
                changed.map(ScheduleRow::version).orElse(0L),
                planned.or(() -> schedule.flatMap(known -> known.after(now))),
                past,
                new TreeSet<>(job.parameters().keySet()));
    }

    void change(String admin, ScheduledJob job, Schedule wanted, long version) {
        Optional<ScheduleRow> kept = lock(job, version);
        ScheduleRow row = kept.orElseGet(() -> new ScheduleRow(job.name()));
        row.change(wanted);
        if (kept.isEmpty()) {
            rows.add(row);
        }
        note(AuditAction.BATCH_SCHEDULE_CHANGED, admin, job, wanted);
    }

    /** Of one that nobody has changed: nothing to do. */
    void reset(String admin, ScheduledJob job, long version) {
        lock(job, version).ifPresent(row -> {
            rows.remove(row);
            note(AuditAction.BATCH_SCHEDULE_RESET, admin, job, job.usual().orElseThrow());
        });
    }

    private Optional<ScheduleRow> lock(ScheduledJob job, long version) {
        Optional<ScheduleRow> kept = rows.lock(job.name());
        if (kept.map(ScheduleRow::version).orElse(0L) != version) {
            throw audit.changedMeanwhile(KIND, job.name());
        }
        return kept;
    }

    private void note(AuditAction action, String admin, ScheduledJob job, Schedule schedule) {
        AuditObject object = new AuditObject(KIND, job.name(), job.name());
        audit.record(new AuditEvent(
                action, admin, "", object, WantedSchedule.of(schedule).summary()));
    }
}
