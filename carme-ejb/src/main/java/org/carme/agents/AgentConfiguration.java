package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class AgentConfiguration {
    @Inject
    Config config;

    @Produces
    @Singleton
    AgentSettings settings() {
        return AgentSettings.of(key -> config.getOptionalValue(key, String.class));
    }
}
