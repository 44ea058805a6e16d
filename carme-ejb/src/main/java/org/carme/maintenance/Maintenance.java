package org.carme.maintenance;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept.
 *
 * @param plan empty: there is none
 * @param version to be handed back with a change, so that nobody overwrites what he has not seen
 */
public record Maintenance(Optional<MaintenancePlan> plan, long version) {
    /** @return the plan unless it is over */
    public Optional<MaintenancePlan> present(Instant now) {
        return plan.filter(known -> !known.isOver(now));
    }
}
