package org.carme.advisories;

import java.time.Instant;
import java.util.List;

/**
 * An advisory as a file has it, as far as it concerns any image.
 *
 * @param names its own, aliases and those of what it goes back to
 * @param matches none if it concerns no image
 */
record OsvAdvisory(
        String code, List<String> names, Severity severity, String summary, Instant modified, List<Match> matches) {
    OsvAdvisory {
        names = List.copyOf(names);
        matches = List.copyOf(matches);
    }

    /**
     * A package with the fault.
     *
     * @param software number of its row
     * @param fixed empty if no version without it is known
     */
    record Match(long software, String fixed) {}
}
