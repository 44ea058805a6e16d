package org.carme.batch.backup;

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
import org.carme.backup.BackupSignal;
import org.carme.batch.BatchJobs;

/** Has the database backed up when an administrator asks for it. */
@Singleton
@Startup
@DependsOn("BatchSchedule")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupSchedule {
    @Inject
    BackupSignal signal;

    @Inject
    BatchJobs batchJobs;

    @Resource
    ManagedExecutorService executor;

    @PostConstruct
    void begin() {
        signal.startWith(() -> executor.execute(() -> batchJobs.startUnlessRunning("back-up-database")));
    }
}
