package org.carme.advisories;

import java.util.List;
import java.util.Optional;

/**
 * How old is what pages show, and how the last check went.
 *
 * @param isOn whether images are checked at all
 * @param shown the check whose findings are shown
 * @param last the one that was begun last
 * @param isRunning whether the last one goes on, or the next one was asked for
 * @param sources of what is shown
 * @param skipped of the last one
 * @param daysTooOld days since the oldest file was made, 0 while it is young enough
 */
public record AdvisoryStatus(
        boolean isOn,
        Optional<CheckState> shown,
        Optional<CheckState> last,
        boolean isRunning,
        List<DataSource> sources,
        List<Skipped> skipped,
        long daysTooOld) {
    public AdvisoryStatus {
        sources = List.copyOf(sources);
        skipped = List.copyOf(skipped);
    }
}
