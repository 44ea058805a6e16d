package org.carme.batch.advisories;

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
import org.carme.advisories.AdvisoryChecks;
import org.carme.advisories.CheckSignal;
import org.carme.batch.BatchJobs;
import org.carme.common.Recurring;

/** Starts checks for advisories when somebody asks, and when an image has other contents. */
@Singleton
@Startup
@DependsOn("BatchSchedule")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AdvisorySchedule {
    private static final String JOB = "check-advisories";

    @Inject
    AdvisoryChecks checks;

    @Inject
    CheckSignal signal;

    @Inject
    BatchJobs batchJobs;

    @Resource
    ManagedExecutorService executor;

    private final Recurring looking = new Recurring("Images are not checked for advisories at present");

    @PostConstruct
    void begin() {
        signal.startWith(() -> executor.execute(() -> batchJobs.startUnlessRunning(JOB)));
    }

    /** Looks whether there is a reason, so that the history holds checks that had one. */
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    void care() {
        looking.run(() -> {
            if (checks.isNeeded()) {
                batchJobs.startUnlessRunning(JOB);
            }
            checks.tell();
        });
    }
}
