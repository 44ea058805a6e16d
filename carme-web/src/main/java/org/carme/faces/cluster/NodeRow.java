package org.carme.faces.cluster;

import java.time.Instant;
import java.util.List;
import org.carme.cluster.Node;
import org.carme.cluster.TypeUse;

/** A node as a row. */
public class NodeRow {
    private static final double GIGABYTE = 1024;

    private final Node node;

    NodeRow(Node node) {
        this.node = node;
    }

    public String getName() {
        return node.name();
    }

    public String getState() {
        return node.availability().name();
    }

    public String getReason() {
        return node.reason();
    }

    /** @return when the reason was given, 0 if nobody says */
    public long getSince() {
        return node.reasonSince().map(Instant::toEpochMilli).orElse(0L);
    }

    /** @return use of each accelerator type that it has */
    public List<TypeUse> getTypes() {
        return node.accelerators().keySet().stream()
                .sorted()
                .map(type -> {
                    int left = node.inService() ? Math.max(0, node.count(type) - node.inUse(type)) : 0;
                    return new TypeUse(type, node.count(type), left, node.inUse(type), 0);
                })
                .toList();
    }

    public int getCpus() {
        return node.cpus();
    }

    public int getCpusInUse() {
        return node.cpusInUse();
    }

    public double getGigabytes() {
        return node.memoryMegabytes() / GIGABYTE;
    }

    public double getGigabytesInUse() {
        return node.memoryInUseMegabytes() / GIGABYTE;
    }

    /** @return null if the scheduler does not know */
    public Double getLoad() {
        return node.load().orElse(null);
    }

    public String getFeatures() {
        return String.join(", ", node.features());
    }

    public String getPartitions() {
        return String.join(", ", node.partitions());
    }

    /** @return the colour's name in the style sheet */
    public String getTone() {
        return switch (node.availability()) {
            case IDLE, IN_USE -> "run";
            case DRAINING, DRAINED -> "wait";
            case DOWN -> "bad";
        };
    }

    public String getIcon() {
        return switch (node.availability()) {
            case IDLE -> "pi-circle";
            case IN_USE -> "pi-circle-fill";
            case DRAINING, DRAINED -> "pi-wrench";
            case DOWN -> "pi-times-circle";
        };
    }
}
