package org.carme.batch.schedules;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.carme.batch.BatchJobs;
import org.carme.schedules.JobCatalogue;
import org.carme.schedules.RunSignal;

/** Tells the services which jobs there are and how one is started. */
@Singleton
@Startup
@DependsOn("BatchSchedule")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobAnnouncement {
    @Inject
    JobCatalogue catalogue;

    @Inject
    RunSignal signal;

    @Inject
    BatchJobs batchJobs;

    @PostConstruct
    void begin() {
        catalogue.fill(JobXmls.read());
        signal.startWith((job, parameters) ->
                batchJobs.startUnlessRunning(job, parameters).isPresent());
    }
}
