package org.carme.users;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.carme.database.Schema;

/** Stops the start if anything of the users' is configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class UsersStart {
    @Inject
    Schema schema;

    @Inject
    DirectoryService directory;

    @Inject
    SessionService sessions;

    @Inject
    PasswordPolicy passwords;

    @PostConstruct
    void start() {
        schema.ready();
        directory.start();
        sessions.start();
        passwords.start();
    }
}
