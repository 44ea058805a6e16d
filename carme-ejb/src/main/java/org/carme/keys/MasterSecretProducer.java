package org.carme.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Finds the master secret where the configuration says. */
@ApplicationScoped
class MasterSecretProducer {
    private static final String DATA_KEY = "carme.data";

    @Inject
    Config config;

    @Produces
    @Singleton
    MasterSecret masterSecret() {
        Path file = config.getOptionalValue(MasterSecret.FILE_KEY, String.class)
                .map(Path::of)
                .or(() -> config.getOptionalValue(DATA_KEY, String.class).map(data -> Path.of(data, "secret")))
                .orElseThrow(() -> new IllegalStateException(
                        DATA_KEY + ": not set, and " + MasterSecret.FILE_KEY + " does not say where the secret is"));
        return new MasterSecretFile(file).readOrMake();
    }
}
