package org.carme.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a part is.
 *
 * @param since when it was first seen like this without a break
 * @param took how long its last answer took, or how long was waited in vain
 * @param version as it last told, for people; empty if it never did
 * @param trouble in the part's own words; empty if it is up or silent
 */
public record PartState(Part part, boolean up, Instant since, Duration took, String version, String trouble) {
    static PartState of(Part part, Reply reply, Duration took, Instant now, Optional<PartState> before) {
        Instant since = before.filter(known -> known.up() == reply.up())
                .map(PartState::since)
                .orElse(now);
        String known = before.map(PartState::version).orElse("");
        return new PartState(
                part,
                reply.up(),
                since,
                took,
                reply.up() && !reply.words().isEmpty() ? reply.words() : known,
                reply.up() ? "" : reply.words());
    }
}
