package org.carme.cluster;

import java.util.List;
import java.util.Map;

/**
 * A compute node as the scheduler sees it.
 *
 * @param address IP address or name at which the node can be reached; its name need not resolve anywhere
 * @param reason why an administrator or the scheduler took it out, empty if in service
 * @param accelerators number of accelerators by type
 * @param acceleratorsInUse allotted ones by type
 */
public record Node(
        String name,
        String address,
        Availability availability,
        String reason,
        List<String> partitions,
        int cpus,
        int cpusInUse,
        long memoryMegabytes,
        long memoryInUseMegabytes,
        Map<String, Integer> accelerators,
        Map<String, Integer> acceleratorsInUse) {

    /** Whether the node takes jobs. */
    public enum Availability {
        IDLE,
        IN_USE,
        /** Still working, takes nothing new. */
        DRAINING,
        DRAINED,
        DOWN
    }

    public Node {
        partitions = List.copyOf(partitions);
        accelerators = Map.copyOf(accelerators);
        acceleratorsInUse = Map.copyOf(acceleratorsInUse);
    }

    /** @return whether new jobs can be placed here, now or when resources become free */
    public boolean inService() {
        return availability == Availability.IDLE || availability == Availability.IN_USE;
    }
}
