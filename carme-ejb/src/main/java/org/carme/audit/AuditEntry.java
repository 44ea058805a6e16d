package org.carme.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the log.
 *
 * @param actor who did it: a user name, as typed where nobody was logged in
 * @param about whose object it was done to, empty if it is nobody's
 * @param origin the client's address, empty where it is not known
 * @param action a code of {@link AuditAction}, or of a later version's
 * @param number its place in the chain, empty until it is sealed
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String about,
        String origin,
        String action,
        AuditObject object,
        String detail,
        Optional<Long> number) {}
