package org.carme.rest.bodies;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.carme.common.InvalidRequestException;

/** Times in query parameters. */
public final class Times {
    private Times() {}

    /**
     * Reads a time such as {@code 2026-11-30T08:00:00Z}.
     *
     * @param value null: none
     * @throws InvalidRequestException naming the parameter
     */
    public static Optional<Instant> parse(String name, String value) {
        try {
            return Optional.ofNullable(value).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new InvalidRequestException("invalid-request.time", name);
        }
    }
}
