package org.carme.quotas;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** How long a budget of hours lasts; periods begin at midnight of the site's time zone. */
public enum QuotaPeriod {
    /** From Monday. */
    WEEK(1),
    MONTH(2),
    QUARTER(3);

    private final int place;

    QuotaPeriod(int place) {
        this.place = place;
    }

    /** @return by which texts choose their words */
    int place() {
        return place;
    }

    /** A part of time. */
    public record Span(Instant from, Instant to) {}

    /** @return the period that contains the instant */
    public Span at(Instant instant, ZoneId zone) {
        LocalDate first = first(instant.atZone(zone).toLocalDate());
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                next(first).atStartOfDay(zone).toInstant());
    }

    /** @return the period before the one that contains the instant */
    public Span before(Instant instant, ZoneId zone) {
        return at(at(instant, zone).from().minusMillis(1), zone);
    }

    private LocalDate first(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
        };
    }

    private LocalDate next(LocalDate first) {
        return switch (this) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
        };
    }
}
