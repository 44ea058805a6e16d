package org.carme.batch.canary;

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
import org.carme.batch.BatchJobs;
import org.carme.canary.CanaryRuns;
import org.carme.canary.CanarySignal;
import org.carme.common.Recurring;

/** Has the portal tested when an administrator asks for it, and its outcome told also if that was not possible at once. */
@Singleton
@Startup
@DependsOn("BatchSchedule")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CanarySchedule {
    @Inject
    CanarySignal signal;

    @Inject
    CanaryRuns runs;

    @Inject
    BatchJobs batchJobs;

    @Resource
    ManagedExecutorService executor;

    private final Recurring telling = new Recurring("Administrators are not told of self-tests at present");

    @PostConstruct
    void begin() {
        signal.startWith(() -> executor.execute(() -> batchJobs.startUnlessRunning("self-test")));
    }

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void tell() {
        telling.run(runs::tell);
    }
}
