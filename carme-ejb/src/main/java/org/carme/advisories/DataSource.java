package org.carme.advisories;

import java.time.Duration;
import java.time.Instant;

/**
 * A file with advisories, or all that stand alone.
 *
 * @param name in the folder
 * @param read how many were read
 * @param asOf when the newest of them was changed
 */
public record DataSource(String name, int read, Instant asOf) {
    private static final long MOST_DAYS = 14;

    /** @return 0 for one that is young enough */
    long daysTooOld(Instant now) {
        long days = Duration.between(asOf, now).toDays();
        return days > MOST_DAYS ? days : 0;
    }
}
