package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class ImportConfiguration {
    @Inject
    Config config;

    @Produces
    @Singleton
    ImportSettings settings() {
        return ImportSettings.of(config.getOptionalValue(ImportSettings.REGISTER_NEW_KEY, String.class));
    }
}
