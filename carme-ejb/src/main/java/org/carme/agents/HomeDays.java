package org.carme.agents;

import java.util.Optional;
import java.util.function.Function;

/**
 * After how many days agents remove things in the homes of their jobs' users, which only they may (B3).
 *
 * @param logs of jobs; empty: never
 * @param trash after it was thrown away; empty: never
 */
public record HomeDays(Optional<Integer> logs, Optional<Integer> trash) {
    static final String LOGS_KEY = "carme.homes.logs-kept-days";
    static final String TRASH_KEY = "carme.homes.trash-kept-days";

    private static final int MOST = 36500;

    /** A job that runs and says nothing must not lose its log to another one of its user. */
    private static final int LEAST_FOR_LOGS = 30;

    /** @throws IllegalStateException naming the key that is wrong */
    static HomeDays of(Function<String, Optional<String>> configuration) {
        return new HomeDays(
                days(LOGS_KEY, configuration.apply(LOGS_KEY).orElse("90"), LEAST_FOR_LOGS),
                days(TRASH_KEY, configuration.apply(TRASH_KEY).orElse("0"), 1));
    }

    private static Optional<Integer> days(String key, String text, int least) {
        try {
            int days = Integer.parseInt(text);
            if (days == 0 || (days >= least && days <= MOST)) {
                return Optional.of(days).filter(some -> some > 0);
            }
        } catch (NumberFormatException e) {
            throw new IllegalStateException(key + ": \"" + text + "\" is no number", e);
        }
        throw new IllegalStateException(key + " must be 0, or " + least + " to " + MOST);
    }
}
