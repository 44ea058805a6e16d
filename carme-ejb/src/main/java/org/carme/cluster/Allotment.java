package org.carme.cluster;

import java.util.Map;

/**
 * What a job has of the cluster, or asks for while it waits.
 *
 * @param account that it is charged to, empty if nobody told
 * @param tasks how many tasks of an array wait as this one job, else 1; nodes and accelerators are those of one task
 * @param cpus of all nodes together
 * @param memoryMegabytes of all nodes together, 0 if nobody told
 * @param accelerators of all nodes together, by type; {@value #ANY_TYPE} while the type is left open
 */
public record Allotment(
        String account, int tasks, int nodes, int cpus, long memoryMegabytes, Map<String, Integer> accelerators) {
    /** What accelerators without a type are called, as on nodes. */
    public static final String ANY_TYPE = "gpu";

    public Allotment {
        accelerators = Map.copyOf(accelerators);
    }
}
