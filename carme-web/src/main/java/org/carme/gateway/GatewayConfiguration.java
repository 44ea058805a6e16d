package org.carme.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** Reads the gateway's settings once. */
@ApplicationScoped
class GatewayConfiguration {
    @Inject
    Config config;

    @Inject
    Clock clock;

    @Produces
    @Dependent
    GatewaySettings settings() {
        return GatewaySettings.of(key -> config.getOptionalValue(key, String.class), clock);
    }
}
