package org.carme.people;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Stops the start if what happens to people who have left is configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class PeopleStart {
    @Inject
    LeftPeople leftPeople;

    @Inject
    LeftAccounts leftAccounts;

    @PostConstruct
    void start() {
        leftPeople.start();
        leftAccounts.start();
    }
}
