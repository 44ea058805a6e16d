package org.carme.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A maintenance as an administrator wants it.
 *
 * @param message for everybody, one line
 * @param end empty while nobody knows; else it is over then by itself
 * @param allowed names of users who may start jobs meanwhile, besides the administrators
 */
public record MaintenancePlan(String message, Instant begin, Optional<Instant> end, SortedSet<String> allowed) {
    /** How long before it begins everybody is told. */
    private static final Duration NOTICE = Duration.ofDays(1);

    public MaintenancePlan {
        allowed = new TreeSet<>(allowed);
    }

    /** @return whether it is on */
    public boolean isActive(Instant now) {
        return !now.isBefore(begin) && !isOver(now);
    }

    /** @return whether everybody is told of it: from a day before until it is over */
    public boolean isAnnounced(Instant now) {
        return !now.isBefore(begin.minus(NOTICE)) && !isOver(now);
    }

    boolean isOver(Instant now) {
        return end.map(over -> !now.isBefore(over)).orElse(false);
    }
}
