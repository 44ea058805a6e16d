package org.carme.common;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What a timer does again and again. A failure must not leave it: the container gives up a timer that fails twice, and a
 * database that was away for seconds would end it until the next start.
 */
public final class Recurring {
    private static final Logger LOG = System.getLogger(Recurring.class.getName());

    private final String trouble;
    private boolean failing;

    /** @param trouble what it means that it fails, for the log */
    public Recurring(String trouble) {
        this.trouble = trouble;
    }

    /** Runs the action; the log has the first of several failures in turn. */
    public synchronized void run(Runnable action) {
        try {
            action.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, trouble, e);
            }
            failing = true;
        }
    }
}
