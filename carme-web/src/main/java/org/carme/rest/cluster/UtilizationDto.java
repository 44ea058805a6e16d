package org.carme.rest.cluster;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.carme.inventory.AcceleratorType;
import org.carme.inventory.DescribedTypes;
import org.carme.inventory.TypeColour;
import org.carme.utilisation.Load;
import org.carme.utilisation.Point;
import org.carme.utilisation.Series;
import org.carme.utilisation.TypeSeries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became, or by the forecast will become, of the cluster in a time. */
public record UtilizationDto(
        Instant from,
        Instant to,

        @Schema(
                description =
                        "Between two points; each is the mean of this time, in a forecast what holds at its begin")
        long stepMinutes,

        @Schema(description = "All accelerators together") List<PointDto> accelerators,

        @Schema(description = "None if nothing is known") List<TypeUtilizationDto> types) {

    /** A type; {@code cpu} counts CPUs. */
    public record TypeUtilizationDto(
            String name,

            @Schema(description = "What people call it") String title,

            TypeColour colour,

            @Schema(description = "Where one is missing, nobody looked")
            List<PointDto> points) {
        static TypeUtilizationDto of(TypeSeries series, AcceleratorType type) {
            return new TypeUtilizationDto(series.type(), type.title(), type.colour(), PointDto.of(series));
        }
    }

    /** How many there are, and what of them. */
    public record PointDto(
            Instant at,
            double total,
            double used,
            double free,

            @Schema(description = "On nodes that take no new jobs")
            double down,

            @Schema(description = "Asked for by jobs that wait; left out if nobody knew")
            Double queued) {
        static List<PointDto> of(TypeSeries series) {
            return series.points().stream().map(PointDto::of).toList();
        }

        private static PointDto of(Point point) {
            Load load = point.load();
            OptionalDouble queued = load.queued();
            return new PointDto(
                    point.at(),
                    rounded(load.total()),
                    rounded(load.used()),
                    rounded(load.free()),
                    rounded(load.down()),
                    queued.isPresent() ? rounded(queued.getAsDouble()) : null);
        }

        private static double rounded(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }

    static UtilizationDto of(Series series, DescribedTypes types) {
        return new UtilizationDto(
                series.from(),
                series.to(),
                series.step().toMinutes(),
                PointDto.of(series.accelerators()),
                series.types().stream()
                        .map(type -> TypeUtilizationDto.of(type, types.of(type.type())))
                        .toList());
    }
}
