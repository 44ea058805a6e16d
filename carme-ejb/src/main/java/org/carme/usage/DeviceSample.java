package org.carme.usage;

import java.util.Optional;

/**
 * What an accelerator did at one time.
 *
 * @param index its number on the node
 */
public record DeviceSample(int index, Optional<Double> percent, Optional<Long> memory, Optional<Long> memoryTotal) {
    /** @return how much of its memory is used, if that is known */
    public Optional<Double> memoryPercent() {
        return memory.flatMap(used -> memoryTotal.map(all -> 100.0 * used / all));
    }
}
