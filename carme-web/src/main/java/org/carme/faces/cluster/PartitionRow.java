package org.carme.faces.cluster;

import java.time.Duration;
import org.carme.cluster.Partition;

/** A partition as a row. */
public class PartitionRow {
    private final Partition partition;

    PartitionRow(Partition partition) {
        this.partition = partition;
    }

    public String getName() {
        return partition.name();
    }

    public boolean isUp() {
        return partition.up();
    }

    public boolean isStandard() {
        return partition.standard();
    }

    /** @return null if it is unlimited */
    public Long getMaxMinutes() {
        return partition.maxTime().map(Duration::toMinutes).orElse(null);
    }

    /** @return null if it is unlimited */
    public Integer getMaxNodes() {
        return partition.maxNodes().orElse(null);
    }

    public int getNodes() {
        return partition.nodes().size();
    }
}
