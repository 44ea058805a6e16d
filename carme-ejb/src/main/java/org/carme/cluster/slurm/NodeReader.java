package org.carme.cluster.slurm;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
            "partitions",
            "cpus",
            "alloc_cpus",
            "real_memory",
            "alloc_memory",
            "gres",
            "gres_used");
    private static final Set<String> PARTITION =
            Set.of("name", "state", "partition", "max_time_limit", "maximums", "nodes");

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
                node.texts("partitions").toList(),
                node.count("cpus"),
                node.count("alloc_cpus"),
                node.number("real_memory").orElse(0L),
                node.number("alloc_memory").orElse(0L),
                Gres.parse(node.text("gres")),
                Gres.parse(node.text("gres_used")));
    }

    private static Partition partition(Fields partition) {
        boolean up = partition.words("state").contains("UP")
                || partition.object("partition").words("state").contains("UP");
        String nodes = partition.text("nodes");
        return new Partition(
                partition.text("name"),
                up,
                partition
                        .minutes("max_time_limit")
                        .or(() -> partition.object("maximums").minutes("time")),
                NodeList.expand(nodes.isEmpty() ? partition.object("nodes").text("configured") : nodes));
    }
}
