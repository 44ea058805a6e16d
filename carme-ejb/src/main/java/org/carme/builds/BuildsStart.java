package org.carme.builds;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stops the start if anything of the builds' is configured wrongly. */
@Singleton
@Startup
public class BuildsStart {
    private static final Logger LOG = System.getLogger(BuildsStart.class.getName());

    @Inject
    BuildSettings settings;

    @PostConstruct
    void start() {
        LOG.log(
                Level.INFO,
                "Images are built with the template: {0}",
                settings.template().orElse("none"));
    }
}
