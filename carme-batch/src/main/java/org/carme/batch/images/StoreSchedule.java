package org.carme.batch.images;

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
import org.carme.batch.BatchJobs;
import org.carme.database.Schema;
import org.carme.imports.LookSignal;

/** Has the image stores looked at when a manager asks for it. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreSchedule {
    @Inject
    Schema schema;

    @Inject
    BatchJobs batchJobs;

    @Inject
    LookSignal signal;

    @Resource
    ManagedExecutorService executor;

    @PostConstruct
    void begin() {
        schema.ready();
        signal.startWith(() -> executor.execute(() -> batchJobs.startUnlessRunning("look-at-images")));
    }
}
