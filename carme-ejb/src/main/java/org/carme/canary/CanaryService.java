package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** Shows administrators how self-tests went, and makes one for them. */
@ApplicationScoped
public class CanaryService {
    private static final int SHOWN = 30;

    @Inject
    Administrators administrators;

    @Inject
    CanarySettings settings;

    @Inject
    CanaryStore store;

    @Inject
    CanarySignal signal;

    /** @return the newest thirty, newest first */
    public List<CanaryResult> newest(String admin) {
        administrators.require(admin);
        return store.newest(SHOWN);
    }

    public boolean isOn() {
        return settings.isOn();
    }

    /**
     * Has one made now, in the background; nothing happens while one is under way.
     *
     * @throws CanaryOffException if there is no account for it
     */
    public void start(String admin) {
        administrators.require(admin);
        if (!settings.isOn()) {
            throw new CanaryOffException();
        }
        Retry.onConflict(() -> store.wanted(admin));
        signal.raise();
    }
}
