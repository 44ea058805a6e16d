package org.carme.cluster;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cluster as it was last seen.
 *
 * @param asOf when it was read, {@link Instant#EPOCH} if never
 * @param awaySince since when the scheduler does not answer, empty while it does
 * @param partitions may be a minute older than the nodes
 * @param reservations likewise; by begin, those over included until the next look
 */
public record ClusterPicture(
        Instant asOf,
        Optional<Instant> awaySince,
        List<Node> nodes,
        List<Partition> partitions,
        List<Reservation> reservations) {
    /** Before anybody has looked. */
    public static final ClusterPicture NONE =
            new ClusterPicture(Instant.EPOCH, Optional.empty(), List.of(), List.of(), List.of());

    /** The type that counts CPUs. */
    public static final String CPU = "cpu";

    public ClusterPicture {
        nodes = nodes.stream().sorted(Comparator.comparing(Node::name)).toList();
        partitions = List.copyOf(partitions);
        reservations = reservations.stream()
                .sorted(Comparator.comparing(Reservation::begin).thenComparing(Reservation::name))
                .toList();
    }

    /** @return whether anything is known: until then nothing can be called impossible */
    public boolean known() {
        return !nodes.isEmpty();
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

    /** @return empty also as long as nobody has looked */
    public Optional<Partition> partition(String name) {
        return partitions.stream()
                .filter(partition -> partition.name().equals(name))
                .findFirst();
    }

    /** @return accelerator types of the nodes, by name */
    public Set<String> acceleratorTypes() {
        return acceleratorTypes(nodes);
    }

    public List<Node> nodesIn(String partition) {
        return nodes.stream()
                .filter(node -> node.partitions().contains(partition))
                .toList();
    }

    /** @return whether nothing differs that is worth telling open pages */
    boolean looksLike(ClusterPicture other) {
        return reachable() == other.reachable()
                && partitions.equals(other.partitions)
                && reservations.equals(other.reservations)
                && nodes.size() == other.nodes.size()
                && IntStream.range(0, nodes.size()).allMatch(i -> nodes.get(i).looksLike(other.nodes.get(i)));
    }

    private static Set<String> acceleratorTypes(List<Node> nodes) {
        Set<String> names = new TreeSet<>();
        nodes.forEach(node -> names.addAll(node.accelerators().keySet()));
        return names;
    }

    private static List<TypeUse> types(List<Node> nodes) {
        return Stream.concat(acceleratorTypes(nodes).stream(), Stream.of(CPU))
                .map(name -> use(name, nodes))
                .toList();
    }

    private static TypeUse use(String type, List<Node> nodes) {
        int total = nodes.stream().mapToInt(node -> node.count(type)).sum();
        int used = nodes.stream().mapToInt(node -> node.inUse(type)).sum();
        int free = nodes.stream()
                .filter(Node::inService)
                .mapToInt(node -> Math.max(0, node.count(type) - node.inUse(type)))
                .sum();
        return new TypeUse(type, total, free, used, Math.max(0, total - used - free));
    }
}
