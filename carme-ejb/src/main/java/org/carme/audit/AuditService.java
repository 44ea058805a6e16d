package org.carme.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.InvalidRequestException;

/** Writes and reads the audit log: everybody what concerns him, auditors everybody's. */
@ApplicationScoped
public class AuditService {
    private static final int MOST = 200;

    @Inject
    AuditRepository rows;

    @Inject
    AuditCare care;

    @Inject
    Auditors auditors;

    @Inject
    Clock clock;

    /** Writes the event down in the caller's transaction: both are kept, or neither. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditEvent event) {
        record(event, Origin.present());
    }

    /** The same where the client's address is known before its request has begun. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditEvent event, String origin) {
        rows.add(new AuditRow(event, origin, clock.instant()));
    }

    /**
     * What the reader did and what was done to his objects, newest first.
     *
     * @param limit brought into 1 to 200
     * @param cursor empty for the first part, else {@link AuditPage#next()} of the part before
     */
    public AuditPage own(String reader, AuditQuery query, int limit, Optional<String> cursor) {
        return list(Optional.of(reader), query, limit, cursor);
    }

    /**
     * Everybody's entries, newest first; limit and cursor as in {@link #own}.
     *
     * @throws AuditNotPermittedException if the reader is no auditor
     */
    public AuditPage all(String reader, AuditQuery query, int limit, Optional<String> cursor) {
        requireAuditor(reader);
        return list(Optional.empty(), query, limit, cursor);
    }

    /**
     * What was done to an object, newest first; limit and cursor as in {@link #own}. It checks nobody's right: whose the
     * object is knows who may read that.
     */
    @Transactional
    public AuditPage ofObject(String kind, String id, int limit, Optional<String> cursor) {
        return page(limit, cursor, (before, most) -> rows.ofObject(kind, id, before, most));
    }

    private AuditPage list(Optional<String> onlyOf, AuditQuery query, int limit, Optional<String> cursor) {
        return page(limit, cursor, (before, most) -> rows.find(new AuditCriteria(query, onlyOf, before), most));
    }

    private static AuditPage page(
            int limit, Optional<String> cursor, BiFunction<Long, Integer, List<AuditRow>> reading) {
        int size = Math.min(Math.max(limit, 1), MOST);
        long before = cursor.map(AuditService::id).orElse(Long.MAX_VALUE);
        List<AuditEntry> found =
                reading.apply(before, size + 1).stream().map(AuditRow::entry).toList();
        List<AuditEntry> part = found.subList(0, Math.min(size, found.size()));
        return new AuditPage(
                part,
                found.size() > size
                        ? Optional.of(Long.toString(part.get(size - 1).id()))
                        : Optional.empty());
    }

    /** @throws AuditNotPermittedException if the reader is no auditor */
    public AuditCheck verify(String reader) {
        requireAuditor(reader);
        return care.check(Optional.empty(), () -> false, (more, mark) -> {}).orElseThrow();
    }

    /** @return the failure of somebody who has seen an object before its last change, telling him that */
    @Transactional(Transactional.TxType.MANDATORY)
    public ChangedMeanwhileException changedMeanwhile(String kind, String id) {
        return rows.last(kind, id)
                .map(AuditRow::entry)
                .filter(entry -> !entry.detail().isEmpty())
                .map(entry -> new ChangedMeanwhileException(entry.actor(), entry.detail()))
                .orElseGet(ChangedMeanwhileException::new);
    }

    private void requireAuditor(String reader) {
        if (!auditors.includes(reader)) {
            throw new AuditNotPermittedException();
        }
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request.cursor");
        }
    }
}
