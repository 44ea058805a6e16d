package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.carme.quotas.SiteZone;

/** Sums up days. Each method is a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class UsageDays {
    private static final int KEPT_YEARS = 5;

    @Inject
    AccountingRepository runs;

    @Inject
    UsageDayRepository days;

    @Inject
    SiteZone site;

    @Inject
    Clock clock;

    /** @return the first day after that one of which something has come or changed; empty if there is none */
    public Optional<LocalDate> dueAfter(LocalDate day) {
        return days.dueAfter(day);
    }

    /** Sums the day up anew; nothing comes in between. */
    public void sumUp(LocalDate day) {
        AccountingMark mark = runs.lockMark();
        days.sumUp(day, site.zone(), mark.longest());
    }

    /**
     * Removes sums of more than five years ago.
     *
     * @return how many rows; none if nothing is left
     */
    public int purge(int most) {
        return days.removeBefore(LocalDate.now(clock.withZone(site.zone())).minusYears(KEPT_YEARS), most);
    }
}
