package org.carme.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.carme.audit.AuditCare;
import org.carme.common.Recurring;
import org.carme.database.Schema;
import org.carme.jobs.SubmissionSignal;
import org.carme.jobs.Submissions;

/** Starts batch jobs when there is something to do; those of the clock are the {@code ScheduleRunner}'s. */
@Singleton
@Startup
@DependsOn("ExecutionWatch")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchSchedule {
    @Inject
    Schema schema;

    @Inject
    BatchJobs batchJobs;

    @Inject
    SubmissionSignal signal;

    @Inject
    Submissions submissions;

    @Inject
    AuditCare audit;

    @Resource
    ManagedExecutorService executor;

    private final Recurring looking = new Recurring("Starts that wait are not looked for at present");
    private final Recurring sealing = new Recurring("The audit log is not sealed at present");

    @PostConstruct
    void begin() {
        schema.ready();
        signal.startWith(() -> executor.execute(this::submit));
        if (submissions.areWaiting()) {
            signal.raise();
        }
    }

    private void submit() {
        if (!batchJobs.start("submit-jobs")) {
            signal.drained();
        }
    }

    /** Looks whether anything waits, so that the history holds executions that had something to do. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void lookForStarts() {
        looking.run(this::submitWhatWaits);
    }

    private void submitWhatWaits() {
        if (submissions.areWaiting()) {
            signal.raise();
        }
    }

    /** No batch job: it takes milliseconds, and a history of it would tell nothing. */
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void sealAuditLog() {
        sealing.run(audit::seal);
    }
}
