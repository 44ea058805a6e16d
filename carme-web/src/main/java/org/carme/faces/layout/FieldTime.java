package org.carme.faces.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.carme.common.InvalidRequestException;

/** A time as the browser's fields have it: in the reader's time zone, which the page's script tells. */
public final class FieldTime {
    private FieldTime() {}

    /**
     * @param zone may be absent: UTC
     * @return empty for an empty field
     * @throws InvalidRequestException naming the field if it holds no time
     */
    public static Optional<Instant> of(String field, String text, String zone) {
        try {
            return Optional.ofNullable(text)
                    .filter(given -> !given.isBlank())
                    .map(given -> LocalDateTime.parse(given).atZone(zone(zone)).toInstant());
        } catch (DateTimeException e) {
            throw InvalidRequestException.naming(field, "invalid-request.time");
        }
    }

    private static ZoneId zone(String zone) {
        return Optional.ofNullable(zone)
                .filter(given -> !given.isBlank())
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }
}
