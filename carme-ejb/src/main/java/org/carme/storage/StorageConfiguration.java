package org.carme.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class StorageConfiguration {
    @Inject
    Config config;

    @Produces
    @Singleton
    StorageSettings settings() {
        return StorageSettings.of(key -> config.getOptionalValue(key, String.class));
    }
}
