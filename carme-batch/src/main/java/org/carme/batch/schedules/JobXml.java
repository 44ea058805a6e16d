package org.carme.batch.schedules;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carme.batch.JobProperties;
import org.carme.schedules.CatchUp;
import org.carme.schedules.Cron;
import org.carme.schedules.Schedule;
import org.carme.schedules.ScheduledJob;

/**
 * What a job's XML says of its schedule, in properties of the job: {@code schedule}, a cron expression or {@code none};
 * {@code catch-up}, {@code skip} or {@code once}; and {@code parameter.NAME}, a regular expression of the values that
 * are allowed.
 */
final class JobXml {
    private static final String ON_DEMAND = "none";
    private static final String PARAMETER = "parameter.";

    private JobXml() {}

    /** @throws IllegalStateException if it is no job, is called otherwise, or does not say when it is started */
    static ScheduledJob read(String name, InputStream xml) throws IOException {
        Map<String, String> properties = JobProperties.read(name, xml);
        String schedule = properties.get("schedule");
        if (schedule == null) {
            throw new IllegalStateException(name + ".xml must have a property \"schedule\"");
        }
        return new ScheduledJob(
                name,
                schedule.equals(ON_DEMAND) ? Optional.empty() : Optional.of(usual(schedule, properties)),
                parameters(properties));
    }

    /** In the time zone of the server, as its own cron has it. */
    private static Schedule usual(String schedule, Map<String, String> properties) {
        return new Schedule(
                Cron.of(schedule),
                ZoneId.systemDefault(),
                Duration.ZERO,
                true,
                CatchUp.of(properties.getOrDefault("catch-up", CatchUp.ONCE.word())),
                List.of(),
                new TreeMap<>());
    }

    private static SortedMap<String, Pattern> parameters(Map<String, String> properties) {
        SortedMap<String, Pattern> found = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(PARAMETER)) {
                found.put(name.substring(PARAMETER.length()), Pattern.compile(value));
            }
        });
        return found;
    }
}
