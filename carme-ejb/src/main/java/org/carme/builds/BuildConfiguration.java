package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.carme.images.ImageSettings;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class BuildConfiguration {
    @Inject
    Config config;

    @Inject
    ImageSettings images;

    @Produces
    @Singleton
    BuildSettings settings() {
        return BuildSettings.of(key -> config.getOptionalValue(key, String.class), images.folders());
    }
}
