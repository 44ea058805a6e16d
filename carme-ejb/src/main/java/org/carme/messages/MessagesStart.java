package org.carme.messages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Stops the start if messages are configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class MessagesStart {
    @Inject
    MessageSettings settings;

    @PostConstruct
    void start() {
        settings.start();
    }
}
