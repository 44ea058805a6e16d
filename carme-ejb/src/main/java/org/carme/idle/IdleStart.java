package org.carme.idle;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Stops the start if the policy for idle jobs is configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class IdleStart {
    @Inject
    IdlePolicy policy;

    @PostConstruct
    void start() {
        policy.start();
    }
}
