package org.carme.faces.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Periods by which people look back. */
public enum HistoryPeriod {
    WEEK,
    MONTH,
    LAST_MONTH,
    QUARTER,
    YEAR;

    private static final int MONTHS = 3;

    /** @return its first day */
    LocalDate from(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        return switch (this) {
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> month;
            case LAST_MONTH -> month.minusMonths(1);
            case QUARTER -> month.minusMonths((today.getMonthValue() - 1) % MONTHS);
            case YEAR -> today.withDayOfYear(1);
        };
    }

    /** @return the day after its last */
    LocalDate to(LocalDate today) {
        LocalDate first = from(today);
        return switch (this) {
            case WEEK -> first.plusWeeks(1);
            case MONTH, LAST_MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(MONTHS);
            case YEAR -> first.plusYears(1);
        };
    }
}
