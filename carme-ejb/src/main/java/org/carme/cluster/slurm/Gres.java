package org.carme.cluster.slurm;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carme.cluster.Allotment;

/**
 * Slurm's generic resources of a node, such as {@code gpu:a100:4(S:0-1),shard:8} or {@code gpu:a100:2(IDX:0,3)}. Only
 * GPUs count; those without a type are of the type {@value #UNTYPED}.
 */
final class Gres {
    static final String UNTYPED = Allotment.ANY_TYPE;

    private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern GPUS = Pattern.compile(
            "gpu(?::([A-Za-z_0-9.-]*[A-Za-z_.-][A-Za-z_0-9.-]*))??(?::no_consume)?:([0-9]{1,6})(?:\\(.*\\))?");

    private Gres() {}

    /** @return accelerators by type, without those of which there are none */
    static Map<String, Integer> parse(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (String item : COMMA_OUTSIDE_PARENTHESES.split(text)) {
            Matcher gpus = GPUS.matcher(item);
            if (gpus.matches()) {
                String type = gpus.group(1) == null ? UNTYPED : gpus.group(1);
                counts.merge(type, Integer.parseInt(gpus.group(2)), Integer::sum);
            }
        }
        counts.values().removeIf(count -> count == 0);
        return Map.copyOf(counts);
    }

    /** @return how a job asks for accelerators, such as {@code gpu:a100:2} */
    static String of(String type, int count) {
        return type.equals(UNTYPED) ? "gpu:" + count : "gpu:" + type + ':' + count;
    }
}
