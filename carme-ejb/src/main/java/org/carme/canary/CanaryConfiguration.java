package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class CanaryConfiguration {
    @Inject
    Config config;

    @Produces
    @Singleton
    @Named("canarySettings")
    CanarySettings settings() {
        return CanarySettings.of(key -> config.getOptionalValue(key, String.class));
    }
}
