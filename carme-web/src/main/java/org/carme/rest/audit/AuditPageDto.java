package org.carme.rest.audit;

import java.time.Instant;
import java.util.List;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditPage;

/**
 * A part of the log, newest first.
 *
 * @param next the cursor of the following part, absent at the end
 */
public record AuditPageDto(List<AuditEntryDto> entries, String next) {

    /**
     * An entry.
     *
     * @param number its place in the chain, absent until it is sealed
     * @param action a stable word such as {@code job-started}
     * @param owner whose object it was, empty if it is nobody's
     * @param from the client's address, empty where it is not known
     */
    public record AuditEntryDto(
            Long number,
            Instant at,
            String actor,
            String action,
            ObjectDto object,
            String owner,
            String detail,
            String from) {
        static AuditEntryDto of(AuditEntry entry) {
            return new AuditEntryDto(
                    entry.number().orElse(null),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    new ObjectDto(
                            entry.object().kind(),
                            entry.object().id(),
                            entry.object().name()),
                    entry.about(),
                    entry.detail(),
                    entry.origin());
        }
    }

    /** To what it was done. */
    public record ObjectDto(String kind, String id, String name) {}

    static AuditPageDto of(AuditPage page) {
        return new AuditPageDto(
                page.entries().stream().map(AuditEntryDto::of).toList(),
                page.next().orElse(null));
    }
}
