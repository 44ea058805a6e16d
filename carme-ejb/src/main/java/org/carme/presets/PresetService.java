package org.carme.presets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;

/** A user's own presets; all calls concern only the user named. */
@ApplicationScoped
public class PresetService {
    @Inject
    PresetStore store;

    /** @return by title */
    public List<Preset> of(String user) {
        return store.of(user);
    }

    /**
     * Keeps it, in the place of one of the same title.
     *
     * @throws InvalidRequestException for a value that no preset may have, or one preset too many: 20 are allowed
     */
    public void save(String user, Preset preset) {
        Preset checked = PresetRules.check(preset);
        Retry.onConflict(() -> store.save(user, checked));
    }

    /** Removes it; one that is not there is nothing to do. */
    public void remove(String user, String title) {
        Retry.onConflict(() -> store.remove(user, title));
    }
}
