package org.carme.images;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stops the start if anything of the images' is configured wrongly. */
@Singleton
@Startup
public class ImagesStart {
    private static final Logger LOG = System.getLogger(ImagesStart.class.getName());

    @Inject
    RuntimeCatalogue runtimes;

    @PostConstruct
    void start() {
        LOG.log(
                Level.INFO,
                "Runtimes: {0}",
                runtimes.declarations().stream().map(RuntimeDeclaration::name).toList());
    }
}
