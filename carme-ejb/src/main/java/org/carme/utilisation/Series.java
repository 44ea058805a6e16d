package org.carme.utilisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carme.cluster.ClusterPicture;

/**
 * What became, or will become, of the cluster in a time.
 *
 * @param step between two points
 * @param types accelerators by name, then the CPUs; only those of which anything is known
 */
public record Series(Instant from, Instant to, Duration step, List<TypeSeries> types) {
    /** The name of the sum of all accelerators. */
    public static final String ALL = "";

    public Series {
        types = List.copyOf(types);
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** @return all accelerators together */
    public TypeSeries accelerators() {
        SortedMap<Instant, Load> sums = new TreeMap<>();
        types.stream()
                .filter(type -> !type.type().equals(ClusterPicture.CPU))
                .flatMap(type -> type.points().stream())
                .forEach(
                        point -> sums.merge(point.at(), point.load(), (one, other) -> Load.sum(Stream.of(one, other))));
        return new TypeSeries(
                ALL,
                sums.entrySet().stream()
                        .map(sum -> new Point(sum.getKey(), sum.getValue()))
                        .toList());
    }
}
