package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.leases.Lease;
import org.carme.leases.Leases;

/**
 * What is to be started now, for the one portal that has the lease. That something is started is written down before it
 * is: a portal that dies in between loses that run, and administrators are told; none is ever started twice.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Fires {
    private static final Logger LOG = System.getLogger(Fires.class.getName());

    /** More than another portal needs to take over. */
    private static final Duration ON_TIME = Duration.ofMinutes(1);

    @Inject
    Leases leases;

    @Inject
    JobCatalogue catalogue;

    @Inject
    ScheduleRepository rows;

    @Inject
    Clock clock;

    /** @return the jobs of which {@link #fire} has something to decide */
    public List<String> due() {
        Instant now = clock.instant();
        Map<String, Schedule> changed =
                rows.changed().stream().collect(Collectors.toMap(ScheduleRow::job, ScheduleRow::schedule));
        Map<String, FireRow> fires = rows.fires().stream().collect(Collectors.toMap(FireRow::job, Function.identity()));
        return catalogue.all().stream()
                .filter(job -> job.usual()
                        .map(usual -> changed.getOrDefault(job.name(), usual))
                        .filter(schedule -> isDue(schedule, Optional.ofNullable(fires.get(job.name())), now))
                        .isPresent())
                .map(ScheduledJob::name)
                .toList();
    }

    private static boolean isDue(Schedule schedule, Optional<FireRow> row, Instant now) {
        return row.filter(known -> known.follows(schedule)).isEmpty()
                || row.flatMap(known -> begin(known, schedule))
                        .filter(begin -> !begin.isAfter(now))
                        .isPresent();
    }

    private static Optional<Instant> begin(FireRow row, Schedule schedule) {
        return row.next().map(next -> next.plus(schedule.delay(row.job(), next)));
    }

    /** @return the parameters with which the caller must start it; empty if it must not */
    public Optional<Map<String, String>> fire(Lease lease, String name) {
        if (!leases.isHeld(lease)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Schedule usual = catalogue.get(name).usual().orElseThrow();
        Schedule schedule = rows.changed(name).map(ScheduleRow::schedule).orElse(usual);
        FireRow row = rows.fire(name);
        if (!row.follows(schedule)) {
            row.plan(schedule, now);
        }
        return begin(row, schedule)
                .filter(begin -> !begin.isAfter(now))
                .filter(begin -> decide(row, schedule, begin, now))
                .map(begin -> schedule.parameters());
    }

    /**
     * Has it started again in a minute, because it could not begin.
     *
     * @return false if the caller no longer has the lease
     */
    public boolean again(Lease lease, String name) {
        boolean held = leases.isHeld(lease);
        if (held) {
            rows.fire(name).put(clock.instant().plus(ON_TIME));
        }
        return held;
    }

    private static boolean decide(FireRow row, Schedule schedule, Instant begin, Instant now) {
        Instant allowed = schedule.allowed(now);
        if (allowed.isAfter(now)) {
            row.put(allowed);
            return false;
        }
        row.plan(schedule, now);
        if (schedule.catchUp() == CatchUp.SKIP && begin.isBefore(now.minus(ON_TIME))) {
            LOG.log(Level.INFO, "{0} is not started: it was due at {1}, when no portal was up", row.job(), begin);
            return false;
        }
        row.fire(begin, now);
        return true;
    }
}
