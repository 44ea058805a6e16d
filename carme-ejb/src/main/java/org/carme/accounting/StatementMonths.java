package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.quotas.SiteZone;

/** The months of which there are statements, by the site's calendar. */
@ApplicationScoped
public class StatementMonths {
    @Inject
    UsageDayRepository days;

    @Inject
    SiteZone site;

    @Inject
    Clock clock;

    /** @return newest first, the present one always among them */
    public List<YearMonth> all() {
        YearMonth present = present();
        YearMonth first = days.first().map(YearMonth::from).orElse(present);
        return Stream.iterate(present, month -> !month.isBefore(first), month -> month.minusMonths(1))
                .toList();
    }

    /** @param month such as {@code 2026-11}; the present one if there is none */
    public YearMonth parse(Optional<String> month) {
        try {
            return month.filter(text -> !text.isBlank()).map(YearMonth::parse).orElseGet(this::present);
        } catch (DateTimeException e) {
            throw new InvalidRequestException("invalid-request.month");
        }
    }

    private YearMonth present() {
        return YearMonth.from(LocalDate.now(clock.withZone(site.zone())));
    }
}
