package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;

/** How the batch module is asked to import at once; it registers itself. */
@ApplicationScoped
public class AccountingSignal {
    private volatile Runnable starter = () -> {};

    /** @param how must not block */
    public void startWith(Runnable how) {
        starter = how;
    }

    void raise() {
        starter.run();
    }
}
