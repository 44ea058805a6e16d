package org.carme.batch.canary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.carme.batch.BatchJobs;
import org.carme.canary.CanarySignal;

/** Has the portal tested when an administrator asks for it. */
@Singleton
@Startup
@DependsOn("BatchSchedule")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CanarySchedule {
    @Inject
    CanarySignal signal;

    @Inject
    BatchJobs batchJobs;

    @Resource
    ManagedExecutorService executor;

    @PostConstruct
    void begin() {
        signal.startWith(() -> executor.execute(() -> batchJobs.startUnlessRunning("self-test")));
    }
}
