package org.carme.estimates;

import java.time.Instant;

/**
 * What would start sooner.
 *
 * @param value how many of the kind
 */
public record Alternative(Kind kind, int value, Instant startsAt) {
    /** What there is less of. */
    public enum Kind {
        ACCELERATORS_PER_NODE,
        NODES,
        MINUTES
    }

    /** @return whether it starts as soon as the scheduler looks */
    public boolean now(Instant madeAt) {
        return Estimate.isNow(startsAt, madeAt);
    }

    record Smaller(Kind kind, int value, Wish wish) {}
}
