package org.carme.quotas;

import java.util.Optional;

/**
 * A limit.
 *
 * @param acceleratorType as Slurm names it, empty: all types together
 * @param period present exactly for hours
 * @param limit the most that is allowed, 0 to 1,000,000,000; hours are whole hours
 * @param carryOver whether hours that were left in the period before are added
 */
public record QuotaRule(
        QuotaSubject subject,
        QuotaResource resource,
        Optional<String> acceleratorType,
        Optional<QuotaPeriod> period,
        long limit,
        boolean carryOver) {

    /** @return whether both limit the same thing, for whomever */
    boolean sameMatter(QuotaRule other) {
        return resource == other.resource
                && acceleratorType.equals(other.acceleratorType)
                && period.equals(other.period);
    }

    /** @return whether what is of that type counts */
    boolean counts(Optional<String> type) {
        return acceleratorType.isEmpty() || acceleratorType.equals(type);
    }
}
