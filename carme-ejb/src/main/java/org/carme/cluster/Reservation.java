package org.carme.cluster;

import java.time.Instant;
import java.util.List;

/**
 * Nodes kept for some users or for maintenance; jobs of the portal do not ask to run in one.
 *
 * @param cpus of all its nodes together, Slurm spreads them as it likes; 0: nothing of them is kept
 * @param maintenance whether it is for work on the nodes, not for users
 */
public record Reservation(String name, Instant begin, Instant end, List<String> nodes, int cpus, boolean maintenance) {
    public Reservation {
        nodes = List.copyOf(nodes);
    }
}
