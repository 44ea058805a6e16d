package org.carme.batch.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.carme.audit.AuditCare;
import org.carme.audit.AuditCheck;
import org.carme.audit.AuditCheck.Finding;
import org.carme.batch.Step;

/**
 * Checks the whole chain; a restart goes on where the execution before it has come to. The line that it logs is an anchor
 * outside the database: of a log that was put back to an earlier state, number and seal do not follow upon the last
 * line's.
 */
@Named
@Dependent
public class CheckChain extends Step {
    private static final Logger LOG = System.getLogger(CheckChain.class.getName());

    @Inject
    AuditCare audit;

    @Override
    protected String work() {
        Optional<AuditCheck> whole = audit.check(report.remembered(), this::isStopped, this::good);
        if (whole.isEmpty()) {
            return "STOPPED";
        }
        AuditCheck check = whole.get();
        Optional<Finding> finding = check.finding();
        if (finding.isPresent()) {
            LOG.log(
                    Level.ERROR,
                    "The audit log is broken at entry {0,number,#}: {1}",
                    finding.get().number(),
                    finding.get().problem());
            throw new AuditLogBrokenException(finding.get());
        }
        LOG.log(
                Level.INFO,
                "The audit log is whole up to entry {0,number,#}, seal {1}",
                check.endNumber(),
                check.endSeal());
        return "WHOLE UP TO " + check.endNumber();
    }

    private void good(long more, String mark) {
        report.read(more);
        report.remember(mark);
    }
}
