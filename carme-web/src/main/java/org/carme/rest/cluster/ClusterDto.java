package org.carme.rest.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.Reservation;
import org.carme.cluster.TypeUse;
import org.carme.inventory.AcceleratorType;
import org.carme.inventory.DescribedTypes;
import org.carme.inventory.TypeColour;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The cluster as it was last seen.
 *
 * @param awaySince since when the scheduler does not answer, absent while it does
 * @param partitions may be a minute older than the nodes
 * @param reservations likewise, by begin
 */
public record ClusterDto(
        boolean reachable,
        Instant asOf,
        Instant awaySince,
        List<TypeDto> acceleratorTypes,
        List<NodeDto> nodes,
        List<PartitionDto> partitions,
        List<ReservationDto> reservations) {

    /** Use of a type; {@code cpu} counts CPUs. */
    public record TypeDto(
            String name,

            @Schema(description = "What people call it") String title,

            TypeColour colour,
            AcceleratorType.Kind kind,
            int total,
            int free,
            int used,
            int down) {
        static TypeDto of(TypeUse use, AcceleratorType type) {
            return new TypeDto(
                    use.name(),
                    type.title(),
                    type.colour(),
                    type.kind(),
                    use.total(),
                    use.free(),
                    use.used(),
                    use.down());
        }
    }

    /** A node. */
    public record NodeDto(
            String name,
            String state,

            @Schema(description = "Why it is out of service; may be empty")
            String reason,

            Instant reasonSince,
            List<String> partitions,
            List<String> features,
            int cpus,
            int cpusInUse,
            long memoryMegabytes,
            long memoryInUseMegabytes,
            Map<String, Integer> accelerators,
            Map<String, Integer> acceleratorsInUse,

            @Schema(description = "Left out if Slurm does not know")
            Double load) {
        static NodeDto of(Node node) {
            return new NodeDto(
                    node.name(),
                    node.availability().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    node.reason(),
                    node.reasonSince().orElse(null),
                    node.partitions(),
                    node.features(),
                    node.cpus(),
                    node.cpusInUse(),
                    node.memoryMegabytes(),
                    node.memoryInUseMegabytes(),
                    node.accelerators(),
                    node.acceleratorsInUse(),
                    node.load().orElse(null));
        }
    }

    /** A partition; limits that it does not have are left out. */
    public record PartitionDto(
            String name,

            @Schema(description = "Whether jobs in it are started")
            boolean up,

            @Schema(description = "Whether it is Slurm's default; some versions of Slurm do not say")
            boolean standard,

            Long maxMinutes,
            Integer maxNodes,
            List<String> nodes) {
        static PartitionDto of(Partition partition) {
            return new PartitionDto(
                    partition.name(),
                    partition.up(),
                    partition.standard(),
                    partition.maxTime().map(Duration::toMinutes).orElse(null),
                    partition.maxNodes().orElse(null),
                    partition.nodes());
        }
    }

    /** Nodes kept for some users or for maintenance. */
    public record ReservationDto(
            String name,
            Instant begin,
            Instant end,
            List<String> nodes,

            @Schema(description = "Of all its nodes together")
            int cpus,

            boolean maintenance) {
        static ReservationDto of(Reservation reservation) {
            return new ReservationDto(
                    reservation.name(),
                    reservation.begin(),
                    reservation.end(),
                    reservation.nodes(),
                    reservation.cpus(),
                    reservation.maintenance());
        }
    }

    static ClusterDto of(ClusterPicture picture, DescribedTypes types) {
        return new ClusterDto(
                picture.reachable(),
                picture.asOf(),
                picture.awaySince().orElse(null),
                picture.types().stream()
                        .map(use -> TypeDto.of(use, types.of(use.name())))
                        .toList(),
                picture.nodes().stream().map(NodeDto::of).toList(),
                picture.partitions().stream().map(PartitionDto::of).toList(),
                picture.reservations().stream().map(ReservationDto::of).toList());
    }
}
