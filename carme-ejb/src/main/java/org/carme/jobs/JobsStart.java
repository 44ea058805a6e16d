package org.carme.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Stops the start if extensions, or who sees what jobs use, are configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class JobsStart {
    @Inject
    ExtensionPolicy policy;

    @Inject
    UsageReaders readers;

    @PostConstruct
    void start() {
        policy.start();
        readers.start();
    }
}
