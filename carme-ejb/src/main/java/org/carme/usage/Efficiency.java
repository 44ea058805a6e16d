package org.carme.usage;

import java.util.Optional;

/**
 * How much of what a job had it used, in percent; what nobody measured is empty.
 *
 * @param accelerators on average
 * @param acceleratorMemory at most, on the fullest accelerator
 * @param cpus on average
 * @param memory at most, on the fullest node
 */
public record Efficiency(
        Optional<Double> accelerators,
        Optional<Double> acceleratorMemory,
        Optional<Double> cpus,
        Optional<Double> memory) {
    /** Nothing is known. */
    public static final Efficiency UNKNOWN =
            new Efficiency(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
