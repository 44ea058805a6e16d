package org.carme.templates;

import java.util.ArrayList;
import java.util.List;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Node;

/**
 * Something that a template points to and the cluster does not have. The template is not broken by it: what is left is
 * offered.
 *
 * @param what the partition or accelerator type
 */
public record TemplateProblem(Kind kind, String what) {
    /** What is wrong. */
    public enum Kind {
        /** No node belongs to the partition. */
        NO_PARTITION,
        /** No node of the partition has the type. */
        NO_TYPE,
        /** No node of the partition has as many of the type as may be chosen. */
        TOO_MANY_PER_NODE
    }

    /** @return nothing as long as nothing is known of the cluster */
    static List<TemplateProblem> of(Template template, ClusterPicture picture) {
        List<TemplateProblem> found = new ArrayList<>();
        List<Node> nodes = picture.nodesIn(template.partition());
        if (picture.nodes().isEmpty()) {
            return found;
        }
        if (nodes.isEmpty()) {
            found.add(new TemplateProblem(Kind.NO_PARTITION, template.partition()));
            return found;
        }
        template.accelerators().forEach((type, wanted) -> {
            int most = nodes.stream()
                    .mapToInt(node -> node.accelerators().getOrDefault(type, 0))
                    .max()
                    .orElse(0);
            if (most == 0 && !type.equals(Template.CPU)) {
                found.add(new TemplateProblem(Kind.NO_TYPE, type));
            } else if (most < wanted) {
                found.add(new TemplateProblem(Kind.TOO_MANY_PER_NODE, type));
            }
        });
        return found;
    }
}
