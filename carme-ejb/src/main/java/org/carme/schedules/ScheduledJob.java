package org.carme.schedules;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;

/**
 * A batch job as its XML describes it.
 *
 * @param usual empty if it is started only when there is something to do
 * @param parameters which it understands, and which values of each
 */
public record ScheduledJob(String name, Optional<Schedule> usual, SortedMap<String, Pattern> parameters) {
    private static final int LONGEST_VALUE = 200;

    public ScheduledJob {
        parameters = new TreeMap<>(parameters);
    }

    /**
     * What the job may be told.
     *
     * @return those with a value
     * @throws InvalidRequestException naming the first one that the job does not understand, or not with that value
     */
    public SortedMap<String, String> checked(Map<String, String> wanted) {
        SortedMap<String, String> found = new TreeMap<>();
        wanted.forEach((key, value) -> {
            if (value == null || !(value.isEmpty() || understands(key, value))) {
                throw InvalidRequestException.about("parameters", "invalid-request.job-parameter", key);
            }
            if (!value.isEmpty()) {
                found.put(key, value);
            }
        });
        return found;
    }

    private boolean understands(String key, String value) {
        Pattern allowed = parameters.get(key);
        return allowed != null
                && value.length() <= LONGEST_VALUE
                && allowed.matcher(value).matches();
    }
}
