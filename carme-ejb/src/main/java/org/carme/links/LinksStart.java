package org.carme.links;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Stops the start if a link is configured wrongly. */
@Singleton
@Startup
public class LinksStart {
    @Inject
    SiteLinks links;

    @PostConstruct
    void start() {
        links.start();
    }
}
