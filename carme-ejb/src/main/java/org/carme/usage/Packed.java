package org.carme.usage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Devices as one text each, so that a sample is one row whatever the node has. */
final class Packed {
    private static final String NAME_END = "\n";
    private static final double TENTHS = 10.0;

    private Packed() {}

    static String devices(List<DeviceSample> devices) {
        return devices.stream().map(Packed::device).collect(Collectors.joining(";"));
    }

    private static String device(DeviceSample device) {
        return device.index() + ":" + text(device.percent().map(percent -> Math.round(percent * TENTHS) / TENTHS)) + ":"
                + text(device.memory()) + ":" + text(device.memoryTotal());
    }

    static List<DeviceSample> devices(String packed) {
        return packed.isEmpty()
                ? List.of()
                : Stream.of(packed.split(";", -1)).map(Packed::device).toList();
    }

    private static DeviceSample device(String packed) {
        String[] parts = packed.split(":", -1);
        return new DeviceSample(
                Integer.parseInt(parts[0]),
                value(parts[1], Double::valueOf),
                value(parts[2], Long::valueOf),
                value(parts[3], Long::valueOf));
    }

    static String names(Map<Integer, String> names) {
        return new TreeMap<>(names)
                .entrySet().stream()
                        .map(name -> name.getKey() + ":" + name.getValue())
                        .collect(Collectors.joining(NAME_END));
    }

    static Map<Integer, String> names(String packed) {
        return packed.isEmpty()
                ? Map.of()
                : Stream.of(packed.split(NAME_END, -1))
                        .map(name -> name.split(":", 2))
                        .collect(Collectors.toMap(name -> Integer.valueOf(name[0]), name -> name[1]));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static <T> Optional<T> value(String text, Function<String, T> reader) {
        return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
    }
}
