package org.carme.cluster.slurm;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.slurm.AnswerReader.Items;

/** Makes nodes and partitions of what the controller says of them. */
final class NodeReader {
    private static final Set<String> NODE = Set.of(
            "name",
            "address",
            "state",
            "state_flags",
            "reason",
            "reason_changed_at",
            "partitions",
            "cpus",
            "alloc_cpus",
            "real_memory",
            "alloc_memory",
            "gres",
            "gres_used",
            "features",
            "cpu_load");
    private static final Set<String> PARTITION = Set.of(
            "name", "state", "flags", "partition", "max_time_limit", "maximum_nodes_per_job", "maximums", "nodes");

    /** More than any cluster has; Slurm's marks for "unlimited" are above. */
    private static final long MOST_NODES = 1_000_000;

    /** Slurm tells the load in hundredths. */
    private static final double LOAD = 100;

    /** Its 32-bit marks for "not known" begin here. */
    private static final long NO_LOAD = 0xFFFF_FFFDL;

    private NodeReader() {}

    static Items nodes(Consumer<Node> each) {
        return new Items("nodes", NODE, fields -> each.accept(node(fields)));
    }

    static Items partitions(Consumer<Partition> each) {
        return new Items("partitions", PARTITION, fields -> each.accept(partition(fields)));
    }

    private static Node node(Fields node) {
        Set<String> words = new TreeSet<>(node.words("state"));
        words.addAll(node.words("state_flags"));
        String address = node.text("address");
        return new Node(
                node.text("name"),
                address.isEmpty() ? node.text("name") : address,
                SlurmStates.node(words),
                node.word("reason"),
                node.time("reason_changed_at"),
                node.texts("partitions").toList(),
                node.count("cpus"),
                node.count("alloc_cpus"),
                node.number("real_memory").orElse(0L),
                node.number("alloc_memory").orElse(0L),
                Gres.parse(node.text("gres")),
                Gres.parse(node.text("gres_used")),
                features(node),
                node.number("cpu_load")
                        .filter(load -> load >= 0 && load < NO_LOAD)
                        .map(load -> load / LOAD));
    }

    /** v0.0.38 has them in one text with commas. */
    private static List<String> features(Fields node) {
        return node.texts("features")
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equals("(null)"))
                .toList();
    }

    private static Partition partition(Fields partition) {
        boolean up = partition.words("state").contains("UP")
                || partition.object("partition").words("state").contains("UP");
        String nodes = partition.text("nodes");
        return new Partition(
                partition.text("name"),
                up,
                partition.words("flags").contains("DEFAULT"),
                partition
                        .minutes("max_time_limit")
                        .or(() -> partition.object("maximums").minutes("time")),
                partition
                        .number("maximum_nodes_per_job")
                        .or(() -> partition.object("maximums").number("nodes"))
                        .filter(most -> most > 0 && most <= MOST_NODES)
                        .map(Long::intValue),
                NodeList.expand(nodes.isEmpty() ? partition.object("nodes").text("configured") : nodes));
    }
}
