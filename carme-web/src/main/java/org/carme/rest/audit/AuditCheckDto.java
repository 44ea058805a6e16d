package org.carme.rest.audit;

import org.carme.audit.AuditCheck;
import org.carme.audit.AuditCheck.Finding;

/**
 * Whether the log is what the portal has written.
 *
 * @param checked how many entries were good
 * @param lastNumber the last good entry's number, 0 if there is none
 * @param lastSeal its seal; kept elsewhere, both show later whether the log was put back
 * @param unsealed how many entries the check cannot vouch for yet
 * @param brokenAt the first entry that is not as it must be, absent if all are
 * @param problem what is wrong there: CHANGED, MISSING, UNEXPECTED or HEAD_CHANGED
 */
public record AuditCheckDto(
        boolean whole, long checked, long lastNumber, String lastSeal, long unsealed, Long brokenAt, String problem) {
    static AuditCheckDto of(AuditCheck check) {
        return new AuditCheckDto(
                check.isIntact(),
                check.checked(),
                check.endNumber(),
                check.endSeal(),
                check.unsealed(),
                check.finding().map(Finding::number).orElse(null),
                check.finding().map(finding -> finding.problem().name()).orElse(null));
    }
}
