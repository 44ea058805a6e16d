package org.carme.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compute node as the scheduler sees it.
 *
 * @param address IP address or name at which the node can be reached; its name need not resolve anywhere
 * @param reason why an administrator or the scheduler took it out, empty if in service
 * @param reasonSince when the reason was given, empty if nobody says
 * @param accelerators number of accelerators by type
 * @param acceleratorsInUse allotted ones by type
 * @param features what jobs may ask for by name
 * @param load processes that run or want to, empty if the scheduler does not know
 */
public record Node(
        String name,
        String address,
        Availability availability,
        String reason,
        Optional<Instant> reasonSince,
        List<String> partitions,
        int cpus,
        int cpusInUse,
        long memoryMegabytes,
        long memoryInUseMegabytes,
        Map<String, Integer> accelerators,
        Map<String, Integer> acceleratorsInUse,
        List<String> features,
        Optional<Double> load) {

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
        features = List.copyOf(features);
    }

    /** @return how many of the type it has; of {@link ClusterPicture#CPU}, its CPUs */
    public int count(String type) {
        return type.equals(ClusterPicture.CPU) ? cpus : accelerators.getOrDefault(type, 0);
    }

    /** @return how many of them are allotted */
    public int inUse(String type) {
        return type.equals(ClusterPicture.CPU) ? cpusInUse : acceleratorsInUse.getOrDefault(type, 0);
    }

    /** @return whether both say the same of all that pages are told of: the load changes all the time */
    boolean looksLike(Node other) {
        return withoutLoad().equals(other.withoutLoad());
    }

    private Node withoutLoad() {
        return new Node(
                name,
                address,
                availability,
                reason,
                reasonSince,
                partitions,
                cpus,
                cpusInUse,
                memoryMegabytes,
                memoryInUseMegabytes,
                accelerators,
                acceleratorsInUse,
                features,
                Optional.empty());
    }

    /** @return whether new jobs can be placed here, now or when resources become free */
    public boolean inService() {
        return availability == Availability.IDLE || availability == Availability.IN_USE;
    }
}
