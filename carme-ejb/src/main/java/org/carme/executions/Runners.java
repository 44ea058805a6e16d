package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;

/** How the batch module is asked; it registers itself. */
@ApplicationScoped
public class Runners {
    private volatile Runner runner;

    public void register(Runner batchModule) {
        runner = batchModule;
    }

    Runner get() {
        return runner;
    }
}
