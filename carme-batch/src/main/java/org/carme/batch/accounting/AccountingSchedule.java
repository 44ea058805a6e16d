package org.carme.batch.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.carme.accounting.AccountingSignal;
import org.carme.batch.BatchJobs;
import org.carme.database.Schema;

/** Has the accounting imported when an administrator asks for it. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountingSchedule {
    @Inject
    Schema schema;

    @Inject
    BatchJobs batchJobs;

    @Inject
    AccountingSignal signal;

    @Resource
    ManagedExecutorService executor;

    @PostConstruct
    void begin() {
        schema.ready();
        signal.startWith(() -> executor.execute(() -> batchJobs.startUnlessRunning("import-accounting")));
    }
}
