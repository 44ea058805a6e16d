package org.carme.inventory;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.cluster.Node;

/**
 * What of a node is worth a message when it changes.
 *
 * @param hardware for people of any language, such as {@code 4 × a100, 16 CPU, 64000 MB}
 */
record SeenNode(String name, NodeState state, String reason, String hardware) {
    private static final int LENGTH = 200;

    static SeenNode of(Node node) {
        Stream<String> accelerators = node.accelerators().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> entry.getValue() + " × " + entry.getKey());
        return new SeenNode(
                node.name(),
                node.inService() ? NodeState.IN_SERVICE : NodeState.OUT_OF_SERVICE,
                cut(node.reason()),
                cut(Stream.concat(accelerators, Stream.of(node.cpus() + " CPU", node.memoryMegabytes() + " MB"))
                        .collect(Collectors.joining(", "))));
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
