package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;

/** How the batch module is asked to look at all stores; it registers itself. */
@ApplicationScoped
public class LookSignal {
    private volatile Runnable starter = () -> {};

    /** @param how must not block */
    public void startWith(Runnable how) {
        starter = how;
    }

    void raise() {
        starter.run();
    }
}
