package org.carme.projects;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Stops the start if projects are configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ProjectStart {
    @Inject
    ProjectSettings settings;

    @PostConstruct
    void start() {
        settings.areEnabled();
    }
}
