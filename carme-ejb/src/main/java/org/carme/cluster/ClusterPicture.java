package org.carme.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * The cluster as it was last seen.
 *
 * @param asOf when it was read, {@link Instant#EPOCH} if never
 * @param awaySince since when the scheduler does not answer, empty while it does
 */
public record ClusterPicture(Instant asOf, Optional<Instant> awaySince, List<Node> nodes) {
    /** The type that counts CPUs. */
    public static final String CPU = "cpu";

    public ClusterPicture {
        nodes = nodes.stream().sorted(Comparator.comparing(Node::name)).toList();
    }

    public boolean reachable() {
        return awaySince.isEmpty();
    }

    /** @return use of every accelerator type, then of the CPUs */
    public List<TypeUse> types() {
        return types(nodes);
    }

    /** @return the same for the nodes of one partition */
    public List<TypeUse> typesIn(String partition) {
        return types(nodesIn(partition));
    }

    public List<Node> nodesIn(String partition) {
        return nodes.stream()
                .filter(node -> node.partitions().contains(partition))
                .toList();
    }

    private static List<TypeUse> types(List<Node> nodes) {
        TreeSet<String> names = new TreeSet<>();
        nodes.forEach(node -> names.addAll(node.accelerators().keySet()));
        List<TypeUse> uses = new ArrayList<>();
        for (String name : names) {
            uses.add(use(
                    name,
                    nodes,
                    node -> node.accelerators().getOrDefault(name, 0),
                    node -> node.acceleratorsInUse().getOrDefault(name, 0)));
        }
        uses.add(use(CPU, nodes, Node::cpus, Node::cpusInUse));
        return List.copyOf(uses);
    }

    private static TypeUse use(String name, List<Node> nodes, ToIntFunction<Node> count, ToIntFunction<Node> inUse) {
        int total = nodes.stream().mapToInt(count).sum();
        int used = nodes.stream().mapToInt(inUse).sum();
        int free = nodes.stream()
                .filter(Node::inService)
                .mapToInt(node -> Math.max(0, count.applyAsInt(node) - inUse.applyAsInt(node)))
                .sum();
        return new TypeUse(name, total, free, used, Math.max(0, total - used - free));
    }
}
