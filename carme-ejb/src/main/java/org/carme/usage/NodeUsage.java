package org.carme.usage;

import java.util.List;

/**
 * What a job used on one of its nodes.
 *
 * @param name the node's
 * @param samples in order of their times
 */
public record NodeUsage(String name, NodeResources resources, List<Sample> samples) {
    public NodeUsage {
        samples = List.copyOf(samples);
    }
}
