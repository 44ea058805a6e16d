package org.carme.rest.quotas;

import org.carme.inventory.DescribedTypes;
import org.carme.quotas.Quota;

/**
 * A rule as it is kept.
 *
 * @param version to be sent with a change
 */
public record QuotaDto(long id, QuotaRuleDto rule, long version) {
    static QuotaDto of(Quota quota, DescribedTypes types) {
        return new QuotaDto(quota.id(), QuotaRuleDto.of(quota.rule(), types), quota.version());
    }
}
