package org.carme.quotas;

import java.time.Instant;
import java.util.Optional;

/**
 * How a rule stands; hours and counts alike.
 *
 * @param limit what is allowed now, with what was carried over
 * @param used hours that ended jobs have used in the period; 0 for what is counted at a time
 * @param running what running jobs have; of hours what active jobs may still use, their whole time limit
 * @param queued what waiting jobs will have; 0 for hours
 * @param outside the part of used, running and queued that was sent past Carme
 * @param until when the period ends, empty for what is counted at a time
 */
public record QuotaState(
        QuotaRule rule,
        double limit,
        double used,
        double running,
        double queued,
        double outside,
        Optional<Instant> until) {
    /** @return what can still be started, never below 0: limits may be lowered below the present use */
    public double left() {
        return Math.max(0, limit - used - running - queued);
    }
}
