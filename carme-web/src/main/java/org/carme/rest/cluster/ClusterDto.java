package org.carme.rest.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Node;
import org.carme.cluster.TypeUse;

/**
 * The cluster as it was last seen.
 *
 * @param awaySince since when the scheduler does not answer, absent while it does
 */
public record ClusterDto(
        boolean reachable, Instant asOf, Instant awaySince, List<TypeDto> acceleratorTypes, List<NodeDto> nodes) {

    /** Use of a type; {@code cpu} counts CPUs. */
    public record TypeDto(String name, int total, int free, int used, int down) {
        static TypeDto of(TypeUse use) {
            return new TypeDto(use.name(), use.total(), use.free(), use.used(), use.down());
        }
    }

    /** A node. */
    public record NodeDto(
            String name, String state, String reason, int cpus, int cpusInUse, Map<String, Integer> accelerators) {
        static NodeDto of(Node node) {
            return new NodeDto(
                    node.name(),
                    node.availability().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    node.reason(),
                    node.cpus(),
                    node.cpusInUse(),
                    node.accelerators());
        }
    }

    static ClusterDto of(ClusterPicture picture) {
        return new ClusterDto(
                picture.reachable(),
                picture.asOf(),
                picture.awaySince().orElse(null),
                picture.types().stream().map(TypeDto::of).toList(),
                picture.nodes().stream().map(NodeDto::of).toList());
    }
}
