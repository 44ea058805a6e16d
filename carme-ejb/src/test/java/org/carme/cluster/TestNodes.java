package org.carme.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.Node.Availability;

/** Nodes for tests: 16 CPUs, 64,000 MB, in service, idle. */
public final class TestNodes {
    private TestNodes() {}

    public static Node node(String name, String partition, Map<String, Integer> accelerators, String... features) {
        return new Node(
                name,
                "10.77.1.1" + name.charAt(name.length() - 1),
                Availability.IDLE,
                "",
                Optional.empty(),
                List.of(partition),
                16,
                0,
                64_000,
                0,
                accelerators,
                Map.of(),
                List.of(features),
                Optional.empty());
    }

    public static Node outOfService(String name, String partition, Map<String, Integer> accelerators) {
        return change(node(name, partition, accelerators), Availability.DRAINED, Map.of(), Optional.empty());
    }

    public static Node busy(
            String name, String partition, Map<String, Integer> accelerators, Map<String, Integer> inUse) {
        return change(node(name, partition, accelerators), Availability.IN_USE, inUse, Optional.empty());
    }

    static Node loaded(Node node, double load) {
        return change(node, node.availability(), node.acceleratorsInUse(), Optional.of(load));
    }

    /** One of {@link FakeScheduler}'s. */
    static Node fake(String name) {
        return node(name, "gpu", name.equals("node03") ? Map.of("titan", 2) : Map.of("a100", 4));
    }

    private static Node change(
            Node node, Availability availability, Map<String, Integer> inUse, Optional<Double> load) {
        return new Node(
                node.name(),
                node.address(),
                availability,
                availability == Availability.DRAINED ? "fan broken" : node.reason(),
                node.reasonSince(),
                node.partitions(),
                node.cpus(),
                node.cpusInUse(),
                node.memoryMegabytes(),
                node.memoryInUseMegabytes(),
                node.accelerators(),
                inUse,
                node.features(),
                load);
    }
}
