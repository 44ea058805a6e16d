package org.carme.usage;

import java.util.Map;
import java.util.Optional;

/**
 * What a job has on a node, by its agent's word.
 *
 * @param memory bytes
 * @param deviceNames by the devices' numbers
 */
public record NodeResources(Optional<Integer> cpus, Optional<Long> memory, Map<Integer, String> deviceNames) {
    /** Nobody has said. */
    public static final NodeResources UNKNOWN = new NodeResources(Optional.empty(), Optional.empty(), Map.of());

    public NodeResources {
        deviceNames = Map.copyOf(deviceNames);
    }
}
