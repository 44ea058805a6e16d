package org.carme.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Makes the settings from the configuration. */
@ApplicationScoped
class BackupConfiguration {
    @Inject
    Config config;

    @Produces
    @Singleton
    @Named("backupSettings")
    BackupSettings settings() {
        return BackupSettings.of(this::given);
    }

    @Produces
    @Singleton
    DatabaseAddress address() {
        return new DatabaseAddress(value("carme.db.url"), value("carme.db.user"), value("carme.db.password"));
    }

    private String value(String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }

    /** The configuration itself takes a key without a value for one that is not set; here it means "no backups". */
    private Optional<String> given(String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map(source -> source.getValue(key))
                .filter(Objects::nonNull)
                .findFirst()
                .map(String::strip);
    }
}
