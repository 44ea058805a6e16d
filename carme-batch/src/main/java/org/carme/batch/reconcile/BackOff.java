package org.carme.batch.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long each cause waits from one attempt to the next: first as long as from one look to the next, then twice as long
 * each time. One that is over is forgotten. Not to be used by several threads at once.
 */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** No timer is that exact: a look that comes early is no reason to miss a round. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final Map<String, Attempt> last = new HashMap<>();
    private final Clock clock;
    private Object surroundings;

    private record Attempt(Instant at, Duration pause) {
        boolean isOver(Instant now) {
            return !at.plus(pause).minus(EARLY).isAfter(now);
        }
    }

    BackOff(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param causes all that there are now
     * @param around when it changes, each cause is as a new one: what has failed may succeed
     * @return whether any of them has waited long enough
     */
    boolean isAnyDue(Set<String> causes, Object around) {
        if (!around.equals(surroundings)) {
            surroundings = around;
            last.clear();
        }
        last.keySet().retainAll(causes);
        return causes.stream().anyMatch(this::isDue);
    }

    private boolean isDue(String cause) {
        Attempt before = last.get(cause);
        return before == null || before.isOver(clock.instant());
    }

    /** Something is done about all of them now. */
    void attempted(Set<String> causes) {
        causes.stream().filter(this::isDue).forEach(cause -> last.put(cause, next(last.get(cause))));
    }

    private Attempt next(Attempt before) {
        if (before == null) {
            return new Attempt(clock.instant(), FIRST);
        }
        Duration twice = before.pause().multipliedBy(2);
        return new Attempt(clock.instant(), twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
    }
}
