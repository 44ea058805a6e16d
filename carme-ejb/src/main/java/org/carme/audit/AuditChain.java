package org.carme.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.audit.AuditCheck.Finding;

/**
 * The chain's transactions, each short and each under the lock of the head: however many portal instances seal, check
 * and remove, they do so one after the other.
 */
@ApplicationScoped
class AuditChain {
    @Inject
    AuditRepository rows;

    @Inject
    AuditSeals seals;

    /**
     * Appends the oldest unsealed rows. Nothing is appended to a head that the portal has not written, for that would
     * vouch for it.
     *
     * @return how many
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int seal(int most) {
        Optional<AuditHead> intact = rows.lockHead().filter(this::isIntact);
        if (intact.isEmpty()) {
            return 0;
        }
        List<AuditRow> waiting = rows.unsealed(most);
        Position end = intact.get().end();
        for (AuditRow row : waiting) {
            end = seals.next(end, row);
            row.place(end);
        }
        if (!waiting.isEmpty()) {
            intact.get().moveEnd(end, seals);
        }
        return waiting.size();
    }

    /**
     * Checks the next rows.
     *
     * @param from where the check has come to, empty at first
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Part check(Optional<Position> from, int most) {
        Optional<AuditHead> intact = rows.lockHead().filter(this::isIntact);
        if (intact.isEmpty()) {
            Position nowhere = from.orElse(new Position(0, ""));
            return new Part(broken(nowhere, nowhere.number(), AuditProblem.HEAD_CHANGED), true, rows.countUnsealed());
        }
        AuditHead head = intact.get();
        if (rows.isAnySealedUpTo(head.begin().number())) {
            return new Part(
                    broken(head.begin(), head.begin().number(), AuditProblem.UNEXPECTED), true, rows.countUnsealed());
        }
        // what was checked may have been removed since, as it may when it has outlived its time
        Position start =
                from.filter(reached -> reached.number() > head.begin().number()).orElse(head.begin());
        List<AuditRow> page = rows.after(start.number(), most);
        Walk walk = Walk.along(page, start, seals);
        boolean last = page.size() < most || walk.finding().isPresent();
        return new Part(last ? ending(walk, head.end()) : walk, last, rows.countUnsealed());
    }

    /**
     * What was found in one part of the chain.
     *
     * @param last whether nothing is left to check
     * @param unsealed how many rows wait for their seal
     */
    record Part(Walk walk, boolean last, long unsealed) {}

    /**
     * Removes the oldest rows. They are checked first: otherwise somebody could make a row old to have it removed.
     *
     * @return how many; none if nothing is old enough, or if the oldest part of the chain is broken
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int remove(Instant before, int most) {
        Optional<AuditHead> intact = rows.lockHead().filter(this::isIntact);
        if (intact.isEmpty()) {
            return 0;
        }
        AuditHead head = intact.get();
        List<AuditRow> old = rows.after(head.begin().number(), most).stream()
                .takeWhile(row -> row.at().isBefore(before))
                .toList();
        Walk walk = Walk.along(old, head.begin(), seals);
        if (walk.finding().isPresent() || old.isEmpty()) {
            return 0;
        }
        rows.removeUpTo(walk.reached().number());
        head.moveBegin(walk.reached(), seals);
        return old.size();
    }

    private static Walk ending(Walk walk, Position end) {
        if (walk.finding().isPresent() || walk.reached().equals(end)) {
            return walk;
        }
        boolean early = walk.reached().number() < end.number();
        return new Walk(
                walk.reached(),
                walk.steps(),
                Optional.of(
                        early
                                ? new Finding(walk.reached().number() + 1, AuditProblem.MISSING)
                                : new Finding(end.number() + 1, AuditProblem.UNEXPECTED)));
    }

    private static Walk broken(Position reached, long number, AuditProblem problem) {
        return new Walk(reached, 0, Optional.of(new Finding(number, problem)));
    }

    /** The head of a new installation has no seal yet, and nothing that it could vouch for. */
    private boolean isIntact(AuditHead head) {
        if (head.seal().isEmpty()) {
            return head.end().equals(new Position(0, ""))
                    && head.begin().equals(head.end())
                    && !rows.isAnySealedUpTo(Long.MAX_VALUE);
        }
        return AuditSeals.same(head.seal(), seals.ofHead(head.begin(), head.end()));
    }
}
