package org.carme.audit;

import java.util.Optional;

/**
 * What a check of the chain has found.
 *
 * @param checked how many rows were good
 * @param endNumber the last good row's number, 0 if there is none
 * @param endSeal its seal: with the number, the anchor that an operator can keep elsewhere
 * @param unsealed how many entries no check can vouch for yet
 * @param finding the first thing wrong, empty if all is good
 */
public record AuditCheck(long checked, long endNumber, String endSeal, long unsealed, Optional<Finding> finding) {
    /** The first row, by its number, that is not as it must be. */
    public record Finding(long number, AuditProblem problem) {}

    public boolean isIntact() {
        return finding.isEmpty();
    }
}
