package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;

/** How the batch module is asked for a self-test; it registers itself. */
@ApplicationScoped
public class CanarySignal {
    private volatile Runnable starter = () -> {};

    /** @param how must not block */
    public void startWith(Runnable how) {
        starter = how;
    }

    void raise() {
        starter.run();
    }
}
