package org.carme.accounting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carme.cluster.AccountedRun;

/**
 * The runs that ended in a window of time.
 *
 * @param to where the next window begins
 * @param next how much time that should have
 * @param last whether the present is reached
 */
public record AccountedWindow(Instant to, List<AccountedRun> runs, Duration next, boolean last) {
    public AccountedWindow {
        runs = List.copyOf(runs);
    }
}
