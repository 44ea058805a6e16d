package org.carme.backup;

import jakarta.enterprise.context.ApplicationScoped;

/** How the batch module is asked for a backup; it registers itself. */
@ApplicationScoped
public class BackupSignal {
    private volatile Runnable starter = () -> {};

    /** @param how must not block */
    public void startWith(Runnable how) {
        starter = how;
    }

    void raise() {
        starter.run();
    }
}
