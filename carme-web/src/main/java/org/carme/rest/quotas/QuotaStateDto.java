package org.carme.rest.quotas;

import java.time.Instant;
import org.carme.inventory.DescribedTypes;
import org.carme.quotas.QuotaState;

/**
 * How a limit stands.
 *
 * @param limit what is allowed now, with what was carried over
 * @param used hours of ended jobs in the period
 * @param running what running jobs have; of hours what active jobs may still use
 * @param queued what waiting jobs will have
 * @param outside the part of used, running and queued that was sent past Carme, by sbatch in a terminal
 * @param until when the period ends
 */
public record QuotaStateDto(
        QuotaRuleDto rule,
        double limit,
        double used,
        double running,
        double queued,
        double outside,
        double left,
        Instant until) {
    static QuotaStateDto of(QuotaState state, DescribedTypes types) {
        return new QuotaStateDto(
                QuotaRuleDto.of(state.rule(), types),
                state.limit(),
                state.used(),
                state.running(),
                state.queued(),
                state.outside(),
                state.left(),
                state.until().orElse(null));
    }
}
