package org.carme.schedules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;

/** What a schedule may say. */
final class ScheduleRules {
    private static final long LONGEST_JITTER_MINUTES = 60;
    private static final int LONGEST_VALUE = 200;

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
                parameters(job, wanted.parameters()));
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

    private static SortedMap<String, String> parameters(ScheduledJob job, Map<String, String> wanted) {
        SortedMap<String, String> found = new TreeMap<>();
        wanted.forEach((name, value) -> {
            Pattern allowed = job.parameters().get(name);
            boolean fits = allowed != null
                    && value.length() <= LONGEST_VALUE
                    && allowed.matcher(value).matches();
            if (!value.isEmpty() && !fits) {
                throw InvalidRequestException.about("parameters", "invalid-request.job-parameter", name);
            }
            if (!value.isEmpty()) {
                found.put(name, value);
            }
        });
        return found;
    }
}
