package org.carme.schedules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.carme.common.InvalidRequestException;

/** What a schedule may say. */
final class ScheduleRules {
    private static final long LONGEST_JITTER_MINUTES = 60;

    private ScheduleRules() {}

    /** @throws InvalidRequestException naming the first field that is not as it must be */
    static Schedule check(ScheduledJob job, WantedSchedule wanted) {
        Cron cron = Cron.of(wanted.cron());
        ZoneId zone = zone(wanted.zone());
        if (wanted.jitterMinutes() < 0 || wanted.jitterMinutes() > LONGEST_JITTER_MINUTES) {
            throw InvalidRequestException.about("jitterMinutes", "invalid-request.jitter", LONGEST_JITTER_MINUTES);
        }
        List<Blackout> blackouts = Blackout.parse(wanted.blackouts());
        CatchUp catchUp = CatchUp.of(wanted.catchUp());
        return new Schedule(
                cron,
                zone,
                Duration.ofMinutes(wanted.jitterMinutes()),
                wanted.enabled(),
                catchUp,
                blackouts,
                job.checked(wanted.parameters()));
    }

    /** Only names with a place: an offset would not follow summer time, and nobody would notice before it begins. */
    private static ZoneId zone(String name) {
        try {
            ZoneId zone = ZoneId.of(name.strip());
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return zone;
            }
        } catch (DateTimeException e) {
            throw wrongZone();
        }
        throw wrongZone();
    }

    private static InvalidRequestException wrongZone() {
        return InvalidRequestException.about("zone", "invalid-request.zone");
    }
}
