package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class ImageConfiguration {
    @Inject
    Config config;

    @Produces
    @Singleton
    ImageSettings settings() {
        return ImageSettings.of(key -> config.getOptionalValue(key, String.class));
    }
}
