package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Wakes the batch module, which registers how to start a check. A signal that is lost with the process costs a minute: it
 * is looked for in the database as well.
 */
@ApplicationScoped
public class CheckSignal {
    private volatile Runnable starter = () -> {};

    /** Starting must not block, and does nothing while a check runs. */
    public void startWith(Runnable how) {
        starter = how;
    }

    void raise() {
        starter.run();
    }
}
