package org.carme.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** The configuration as a file, for administrators. Every method refuses everybody else. */
@ApplicationScoped
public class ConfigurationService {
    @Inject
    Administrators administrators;

    @Inject
    ConfigurationStore store;

    /** @return the whole configuration, as it can be applied again */
    public String export(String admin) {
        administrators.require(admin);
        return store.export();
    }

    /**
     * Tells what the file would change.
     *
     * @throws ConfigurationRefusedException telling what is wrong, and in which lines
     */
    public ConfigurationPlan compare(String admin, String file) {
        administrators.require(admin);
        return store.compare(ConfigurationFile.read(file));
    }

    /**
     * Makes the configuration what the file says, all of it or nothing.
     *
     * @param state {@link ConfigurationPlan#state()} of what the caller has seen, empty if he does not care
     * @throws ConfigurationRefusedException telling what is wrong, and in which lines
     * @throws org.carme.common.ChangedMeanwhileException if somebody has changed the configuration since
     */
    public ConfigurationPlan apply(String admin, String file, Optional<String> state) {
        administrators.require(admin);
        FileObject read = ConfigurationFile.read(file);
        return Retry.onConflict(() -> store.apply(admin, read, state));
    }
}
