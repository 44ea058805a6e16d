package org.carme.staging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class StagingConfiguration {
    @Inject
    Config config;

    @Produces
    @Singleton
    StagingSettings settings() {
        return StagingSettings.of(key -> config.getOptionalValue(key, String.class));
    }
}
