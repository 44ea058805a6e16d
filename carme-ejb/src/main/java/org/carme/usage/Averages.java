package org.carme.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a curve of as many points as can be seen: averages, but of memory the most, for that is what must fit. */
final class Averages {
    private Averages() {}

    /** @return that width, or more where samples are farther apart: of an old job few are left */
    static Duration width(List<NodeSample> samples, Duration wanted) {
        List<Instant> times =
                samples.stream().map(row -> row.sample().at()).distinct().toList();
        return IntStream.range(1, times.size())
                .mapToObj(next -> Duration.between(times.get(next - 1), times.get(next)))
                .min(Duration::compareTo)
                .filter(least -> least.compareTo(wanted) > 0)
                .orElse(wanted);
    }

    /** @return one sample for each stretch of that width in which there was any, in order of their times */
    static List<Sample> of(List<Sample> samples, Duration width) {
        Map<Instant, List<Sample>> stretches = samples.stream()
                .collect(Collectors.groupingBy(sample -> begin(sample.at(), width), TreeMap::new, Collectors.toList()));
        return stretches.entrySet().stream()
                .map(stretch -> average(stretch.getKey(), stretch.getValue()))
                .toList();
    }

    private static Instant begin(Instant time, Duration width) {
        return time.minusMillis(Math.floorMod(time.toEpochMilli(), width.toMillis()));
    }

    private static Sample average(Instant at, List<Sample> samples) {
        Map<Integer, List<DeviceSample>> devices = samples.stream()
                .flatMap(sample -> sample.devices().stream())
                .collect(Collectors.groupingBy(DeviceSample::index, TreeMap::new, Collectors.toList()));
        return new Sample(
                at,
                mean(samples, Sample::cores),
                most(samples, Sample::memory),
                devices.entrySet().stream()
                        .map(device -> average(device.getKey(), device.getValue()))
                        .toList());
    }

    private static DeviceSample average(int index, List<DeviceSample> samples) {
        return new DeviceSample(
                index,
                mean(samples, DeviceSample::percent),
                most(samples, DeviceSample::memory),
                most(samples, DeviceSample::memoryTotal));
    }

    private static <T> Optional<Double> mean(Collection<T> samples, Function<T, Optional<Double>> what) {
        List<Double> known =
                samples.stream().flatMap(sample -> what.apply(sample).stream()).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream().mapToDouble(Double::doubleValue).sum() / known.size());
    }

    private static <T> Optional<Long> most(Collection<T> samples, Function<T, Optional<Long>> what) {
        return samples.stream().flatMap(sample -> what.apply(sample).stream()).max(Long::compare);
    }
}
