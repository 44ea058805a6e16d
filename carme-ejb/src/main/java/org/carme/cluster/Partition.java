package org.carme.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A partition (queue) of the cluster.
 *
 * @param up whether jobs in it are started
 * @param maxTime empty: unlimited
 */
public record Partition(String name, boolean up, Optional<Duration> maxTime, List<String> nodes) {
    public Partition {
        nodes = List.copyOf(nodes);
    }
}
