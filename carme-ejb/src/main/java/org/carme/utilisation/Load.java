package org.carme.utilisation;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How much of an accelerator type there is, and what of it.
 *
 * @param down on nodes that take no new jobs
 * @param queued asked for by jobs that wait; empty if nobody knew
 */
public record Load(double total, double used, double free, double down, OptionalDouble queued) {
    /** @return the sum; what waits is known only if it is of all */
    static Load sum(Stream<Load> loads) {
        return loads.reduce(new Load(0, 0, 0, 0, OptionalDouble.of(0)), Load::plus);
    }

    private Load plus(Load other) {
        return new Load(
                total + other.total,
                used + other.used,
                free + other.free,
                down + other.down,
                queued.isPresent() && other.queued.isPresent()
                        ? OptionalDouble.of(queued.getAsDouble() + other.queued.getAsDouble())
                        : OptionalDouble.empty());
    }
}
