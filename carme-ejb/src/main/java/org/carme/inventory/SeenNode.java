package org.carme.inventory;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.cluster.Node;

/**
 * What of a node is worth a message when it changes.
 *
 * @param hardware such as {@code 4 × a100, 16 CPU, 64000 MB}
 */
record SeenNode(String name, NodeState state, String reason, String hardware) {
    private static final int LENGTH = 200;
    private static final Pattern TYPE = Pattern.compile("(?<=\\d × )[^ ,]+");

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

    /** @return the hardware with the types as people call them */
    static String inWords(String hardware, DescribedTypes types) {
        return TYPE.matcher(hardware).replaceAll(type -> Matcher.quoteReplacement(types.title(type.group())));
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
