package org.carme.storage;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stops the start if folders of projects or of users are configured wrongly. */
@Singleton
@Startup
public class StorageStart {
    private static final Logger LOG = System.getLogger(StorageStart.class.getName());

    @Inject
    StorageSettings settings;

    @PostConstruct
    void start() {
        LOG.log(Level.INFO, "Folders of projects: {0}", settings.project().orElse("none"));
        LOG.log(Level.INFO, "Scratch: {0}", settings.scratch().orElse("none"));
    }
}
