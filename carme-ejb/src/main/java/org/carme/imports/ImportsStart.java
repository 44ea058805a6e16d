package org.carme.imports;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stops the start if imports are configured wrongly. */
@Singleton
@Startup
public class ImportsStart {
    private static final Logger LOG = System.getLogger(ImportsStart.class.getName());

    @Inject
    ImportSettings settings;

    @PostConstruct
    void start() {
        LOG.log(
                Level.INFO,
                "New images in stores are registered without being asked for: {0}",
                settings.registersNew());
    }
}
