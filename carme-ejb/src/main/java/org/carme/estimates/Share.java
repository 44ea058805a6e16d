package org.carme.estimates;

import java.util.Map;
import java.util.stream.Collectors;
import org.carme.cluster.Allotment;
import org.carme.cluster.Node;

/**
 * What a job needs of each of its nodes.
 *
 * @param accelerators by type, {@link Allotment#ANY_TYPE} for whatever type the node has
 */
record Share(int cpus, long megabytes, Map<String, Integer> accelerators) {
    Share {
        accelerators = Map.copyOf(accelerators);
    }

    /** What a job has or asks for is taken to be spread evenly. */
    static Share of(Allotment allotment) {
        int nodes = Math.max(1, allotment.nodes());
        Map<String, Integer> accelerators = allotment.accelerators().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> up(each.getValue(), nodes)));
        return new Share(up(allotment.cpus(), nodes), allotment.memoryMegabytes() / nodes, accelerators);
    }

    private static int up(int count, int parts) {
        return (count + parts - 1) / parts;
    }

    /** @return the same with the type that the node has in the place of any */
    Share on(Node node) {
        Integer any = accelerators.get(Allotment.ANY_TYPE);
        if (any == null || accelerators.size() > 1 || node.accelerators().containsKey(Allotment.ANY_TYPE)) {
            return this;
        }
        return node.accelerators().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(type -> new Share(cpus, megabytes, Map.of(type.getKey(), any)))
                .orElse(this);
    }
}
