package org.carme.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How one self-test went.
 *
 * @param endedAt empty while it runs, or if the portal died meanwhile and no other one has noticed
 * @param failed the stage that did not come to its end; empty also while it runs
 * @param trouble what was last seen of that stage; may be empty
 * @param times of the stages that came to their end
 */
public record CanaryResult(
        long id,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Stage> failed,
        String trouble,
        Map<Stage, Duration> times) {
    public CanaryResult {
        times = Map.copyOf(times);
    }

    public boolean isGood() {
        return endedAt.isPresent() && failed.isEmpty();
    }
}
