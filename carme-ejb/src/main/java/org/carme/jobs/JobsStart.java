package org.carme.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stops the start if extensions, who sees what jobs use, or how long jobs are kept are configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class JobsStart {
    private static final Logger LOG = System.getLogger(JobsStart.class.getName());

    @Inject
    ExtensionPolicy policy;

    @Inject
    UsageReaders readers;

    @Inject
    JobRetention retention;

    @PostConstruct
    void start() {
        policy.start();
        retention.start();
        LOG.log(Level.INFO, "Besides their owners, these see what jobs use: {0}", readers.words());
    }
}
