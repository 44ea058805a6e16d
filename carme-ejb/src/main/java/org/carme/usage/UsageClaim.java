package org.carme.usage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an agent says of use, as it says it: {@link UsageRules} makes something of it that can be kept.
 *
 * @param sentAt the node's clock
 */
public record UsageClaim(OptionalLong sentAt, List<ClaimedSample> samples, Optional<ClaimedResources> resources) {
    /** Nothing is said. */
    public static final UsageClaim NONE = new UsageClaim(OptionalLong.empty(), List.of(), Optional.empty());

    public UsageClaim {
        samples = List.copyOf(samples);
    }

    /**
     * A sample.
     *
     * @param at empty from agents of earlier versions, which mean the present
     */
    public record ClaimedSample(
            OptionalLong at, OptionalDouble cpuCores, OptionalDouble memoryBytes, List<ClaimedDevice> devices) {}

    /** A device in a sample. */
    public record ClaimedDevice(
            OptionalLong index, OptionalDouble percent, OptionalDouble memoryBytes, OptionalDouble memoryTotalBytes) {}

    /** What the job is said to have on the node. */
    public record ClaimedResources(OptionalDouble cpus, OptionalDouble memoryBytes, List<ClaimedName> devices) {}

    /** What a device is called. */
    public record ClaimedName(OptionalLong index, String name) {}
}
