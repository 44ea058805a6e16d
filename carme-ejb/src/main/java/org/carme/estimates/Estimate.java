package org.carme.estimates;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a job would start, as far as can be foreseen.
 *
 * @param startsAt empty if that cannot be told
 * @param hindrance why it cannot be told
 * @param alternative something smaller that would start sooner, if it does not start now
 * @param reservation name of the one at whose end it starts, if one is in the way
 */
public record Estimate(
        Instant madeAt,
        Optional<Instant> startsAt,
        Optional<Hindrance> hindrance,
        Optional<Alternative> alternative,
        Optional<String> reservation) {
    /** The scheduler does not look more often. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** What keeps a job from starting for nobody knows how long. */
    public enum Hindrance {
        /** Nothing is known of the cluster at present. */
        UNKNOWN,
        PARTITION_DOWN,
        /** Too few nodes that have so much are in service. */
        NODES_DOWN
    }

    static Estimate hindered(Instant now, Hindrance why) {
        return new Estimate(now, Optional.empty(), Optional.of(why), Optional.empty(), Optional.empty());
    }

    static boolean isNow(Instant start, Instant now) {
        return start.isBefore(now.plus(AT_ONCE));
    }

    /** @return whether it starts as soon as the scheduler looks */
    public boolean now() {
        return startsAt.map(start -> isNow(start, madeAt)).orElse(false);
    }
}
