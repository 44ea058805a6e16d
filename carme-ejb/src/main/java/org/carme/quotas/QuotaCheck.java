package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Whether a start keeps within all rules that hold for it. */
@ApplicationScoped
public class QuotaCheck {
    @Inject
    QuotaRepository quotas;

    @Inject
    QuotaSums sums;

    /**
     * To be called in the transaction that stores the start, which holds the lock of the user's starts. Shared limits
     * are locked here, in the order of their ids, after that.
     *
     * @throws QuotaExceededException for the first rule that it would exceed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void require(QuotaHolder holder, QuotaDemand demand) {
        holding(holder).forEach(quota -> sums.require(quota.rule(), holder.user(), demand));
    }

    /**
     * The same for more time of something that runs already: only hours are asked for.
     *
     * @param demand its time limit is the time that is added
     * @param begin when the time that it has ends
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireLonger(QuotaHolder holder, QuotaDemand demand, Instant begin) {
        holding(holder).forEach(quota -> sums.requireHours(quota.rule(), holder.user(), demand, begin));
    }

    private List<Quota> holding(QuotaHolder holder) {
        List<Quota> holding = QuotaRules.holding(quotas.about(holder), holder);
        holding.stream()
                .filter(quota -> quota.rule().subject().isShared())
                .map(Quota::id)
                .sorted()
                .forEach(quotas::lock);
        return holding;
    }
}
