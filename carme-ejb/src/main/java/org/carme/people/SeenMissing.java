package org.carme.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Who was missing in the directory when it was just asked.
 *
 * @param at before the first question
 */
public record SeenMissing(Set<String> people, Instant at) {
    /** Where nobody has asked: the directory has to be asked for each. */
    public static final SeenMissing NOBODY = new SeenMissing(Set.of(), Instant.EPOCH);

    /** So soon nobody comes back. */
    private static final Duration HOLDS = Duration.ofMinutes(10);

    public SeenMissing {
        people = Set.copyOf(people);
    }

    /** @return whether the directory need not be asked for him again */
    boolean stillHolds(String user, Instant now) {
        return people.contains(user) && now.isBefore(at.plus(HOLDS));
    }
}
