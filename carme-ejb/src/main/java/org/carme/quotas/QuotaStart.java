package org.carme.quotas;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Stops the start if the limits are configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class QuotaStart {
    @Inject
    QuotaSums sums;

    @PostConstruct
    void start() {
        sums.start();
    }
}
