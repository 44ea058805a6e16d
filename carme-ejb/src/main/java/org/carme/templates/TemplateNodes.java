package org.carme.templates;

import java.util.List;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.FeatureConstraint;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;

/** The nodes on which jobs of a template can run, now or when resources become free. */
public final class TemplateNodes {
    private final Template template;
    private final List<Node> nodes;
    private final boolean known;
    private final boolean starts;

    TemplateNodes(Template template, ClusterPicture picture) {
        this.template = template;
        this.known = picture.known();
        this.starts = picture.partition(template.partition()).map(Partition::up).orElse(true);
        this.nodes = picture.nodesIn(template.partition()).stream()
                .filter(node -> template.features()
                        .map(features -> new FeatureConstraint(features).holdsFor(node.features()))
                        .orElse(true))
                .toList();
    }

    /** @return whether the cluster has been seen: until then nothing can be called impossible */
    public boolean areKnown() {
        return known;
    }

    boolean none() {
        return nodes.isEmpty();
    }

    int size() {
        return nodes.size();
    }

    /** @return most accelerators of the type that a node has; of {@link Template#CPU} 0 */
    int most(String type) {
        return type.equals(Template.CPU)
                ? 0
                : nodes.stream().mapToInt(node -> node.count(type)).max().orElse(0);
    }

    /** @return nodes that can hold a job's share with so many accelerators, if nothing else runs there */
    public int having(String type, int perNode) {
        return (int) nodes.stream()
                .filter(node -> fits(type, perNode, node.count(type), node.cpus(), node.memoryMegabytes()))
                .count();
    }

    /** @return nodes that can hold it at once */
    int free(String type, int perNode) {
        return (int) nodes.stream()
                .filter(node -> starts && node.inService())
                .filter(node -> fits(
                        type,
                        perNode,
                        node.count(type) - node.inUse(type),
                        node.cpus() - node.cpusInUse(),
                        node.memoryMegabytes() - node.memoryInUseMegabytes()))
                .count();
    }

    private boolean fits(String type, int perNode, int accelerators, int cpus, long megabytes) {
        int share = Math.max(1, perNode);
        return (type.equals(Template.CPU) || accelerators >= share)
                && cpus >= template.cpusPerAccelerator() * share
                && megabytes >= template.megabytesPerAccelerator() * share;
    }
}
