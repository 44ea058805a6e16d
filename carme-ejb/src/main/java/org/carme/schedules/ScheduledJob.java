package org.carme.schedules;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A batch job as its XML describes it.
 *
 * @param usual empty if it is started only when there is something to do
 * @param parameters which it understands, and which values of each
 */
public record ScheduledJob(String name, Optional<Schedule> usual, SortedMap<String, Pattern> parameters) {
    public ScheduledJob {
        parameters = new TreeMap<>(parameters);
    }
}
