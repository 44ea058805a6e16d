package org.carme.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What a reader looks for; what is empty does not matter.
 *
 * @param object number or whole name of an object
 * @param from the earliest time
 * @param to just after the latest time
 */
public record AuditQuery(
        Optional<String> actor,
        Optional<AuditAction> action,
        Optional<String> object,
        Optional<Instant> from,
        Optional<Instant> to) {
    /** Everything that the reader may see. */
    public static final AuditQuery ALL =
            new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
