package org.carme.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a job used on one node at one time; what is not known is empty.
 *
 * @param at a full ten seconds
 * @param cores busy on average in the ten seconds before
 * @param memory bytes
 */
public record Sample(Instant at, Optional<Double> cores, Optional<Long> memory, List<DeviceSample> devices) {
    public Sample {
        devices = List.copyOf(devices);
    }
}
