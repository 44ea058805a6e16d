package org.carme.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A partition (queue) of the cluster.
 *
 * @param up whether jobs in it are started
 * @param standard whether jobs that name no partition come here; some versions of the scheduler do not say
 * @param maxTime empty: unlimited
 * @param maxNodes of one job, empty: unlimited
 */
public record Partition(
        String name,
        boolean up,
        boolean standard,
        Optional<Duration> maxTime,
        Optional<Integer> maxNodes,
        List<String> nodes) {
    public Partition {
        nodes = List.copyOf(nodes);
    }
}
