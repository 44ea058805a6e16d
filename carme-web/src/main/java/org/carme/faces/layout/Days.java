package org.carme.faces.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.carme.common.InvalidRequestException;

/** Days of the reader's time zone, as the address of a page has them. */
public final class Days {
    private Days() {}

    /**
     * The zone that the browser names; without script it names none, and days are those of UTC.
     *
     * @param zone may be null or blank
     */
    public static ZoneId zone(String zone) {
        try {
            return zone == null || zone.isBlank() ? ZoneOffset.UTC : ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw new InvalidRequestException("invalid-request.day");
        }
    }

    /** @return when that day begins, or one so many days later */
    public static Instant begin(String day, int daysLater, ZoneId zone) {
        try {
            return LocalDate.parse(day).plusDays(daysLater).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidRequestException("invalid-request.day");
        }
    }
}
