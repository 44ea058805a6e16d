package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The transactions in which steps tell of themselves, each of its own: whatever a step does then or later, they stay. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class StepRecords {
    @Inject
    ReportRepository reports;

    /** Keeps it; the execution must be known. */
    public void tell(long execution, StepNews told) {
        reports.count(execution, told);
        if (!told.lines().isEmpty()) {
            reports.write(execution, told.lines());
        }
        told.skipped().forEach(skip -> reports.skip(execution, told.step(), skip));
    }

    public void fail(long execution, String step, String words) {
        reports.fail(execution, step, words);
    }

    void retried(long skip, long retry) {
        reports.retried(skip, retry);
    }
}
