package org.carme.staging;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stops the start if anything about data of jobs is configured wrongly. */
@Singleton
@Startup
public class StagingStart {
    private static final Logger LOG = System.getLogger(StagingStart.class.getName());

    @Inject
    DatasetCatalogue catalogue;

    @PostConstruct
    void start() {
        LOG.log(
                Level.INFO,
                "Datasets: {0}",
                catalogue.datasets().stream().map(Dataset::name).toList());
    }
}
