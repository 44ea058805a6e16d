package org.carme.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Partition;

/**
 * Something that a template points to and the cluster does not have. The template is not broken by it: what is left is
 * offered.
 *
 * @param what the partition, features or accelerator type, or how much there is of what it wants more
 */
public record TemplateProblem(Kind kind, String what) {
    /** What is wrong. */
    public enum Kind {
        /** No node belongs to the partition. */
        NO_PARTITION,
        /** No node of the partition has the features. */
        NO_FEATURES,
        /** No node of them has the type. */
        NO_TYPE,
        /** No node of them has as many of the type as may be chosen. */
        TOO_MANY_PER_NODE,
        /** There are not as many nodes, or the partition allows one job less. */
        TOO_MANY_NODES,
        /** The partition allows so many minutes and no more. */
        TOO_LONG
    }

    /** @return the accelerator type that it is about, empty for other problems */
    public Optional<String> type() {
        return kind == Kind.NO_TYPE || kind == Kind.TOO_MANY_PER_NODE ? Optional.of(what) : Optional.empty();
    }

    /** @return nothing as long as nothing is known of the cluster */
    static List<TemplateProblem> of(Template template, ClusterPicture picture) {
        if (!picture.known()) {
            return List.of();
        }
        if (picture.nodesIn(template.partition()).isEmpty()) {
            return List.of(new TemplateProblem(Kind.NO_PARTITION, template.partition()));
        }
        TemplateNodes nodes = new TemplateNodes(template, picture);
        if (nodes.none()) {
            return List.of(
                    new TemplateProblem(Kind.NO_FEATURES, template.features().orElseThrow()));
        }
        Optional<Partition> partition = picture.partition(template.partition());
        List<TemplateProblem> found = new ArrayList<>();
        template.accelerators().forEach((type, wanted) -> {
            int most = nodes.most(type);
            if (most == 0 && !type.equals(Template.CPU)) {
                found.add(new TemplateProblem(Kind.NO_TYPE, type));
            } else if (most < wanted) {
                found.add(new TemplateProblem(Kind.TOO_MANY_PER_NODE, type));
            }
        });
        int possible =
                Math.min(nodes.size(), partition.flatMap(Partition::maxNodes).orElse(nodes.size()));
        if (possible < template.maxNodes()) {
            found.add(new TemplateProblem(Kind.TOO_MANY_NODES, Integer.toString(possible)));
        }
        partition
                .flatMap(Partition::maxTime)
                .filter(longest -> longest.compareTo(template.maxTime()) < 0)
                .ifPresent(
                        longest -> found.add(new TemplateProblem(Kind.TOO_LONG, Long.toString(longest.toMinutes()))));
        return found;
    }
}
