package org.carme.faces.cluster;

import java.util.Comparator;
import org.carme.cluster.Node;

/** By what nodes are sorted; what is the same comes by name. */
public enum NodeOrder {
    NAME,
    STATE,
    /** The busiest first, those last whose load nobody knows. */
    LOAD;

    Comparator<Node> order() {
        return switch (this) {
            case NAME -> Comparator.comparing(Node::name);
            case STATE -> Comparator.comparing(Node::availability).thenComparing(Node::name);
            case LOAD ->
                Comparator.<Node, Double>comparing(node -> node.load().orElse(-1.0), Comparator.reverseOrder())
                        .thenComparing(Node::name);
        };
    }
}
