package org.carme.batch.cleanup;

import jakarta.batch.api.AbstractBatchlet;
import org.carme.database.Retry;

/** Removes rows a thousand at a time, so that nobody waits long for a lock; ends when nothing is left, or if stopped. */
abstract class Purge extends AbstractBatchlet {
    static final int CHUNK = 1000;

    private volatile boolean stopped;

    /**
     * Removes in a transaction of its own.
     *
     * @return how many rows were removed, none if nothing is left
     */
    abstract int remove(int most);

    @Override
    public String process() {
        int removed = 0;
        int latest = -1;
        while (latest != 0 && !stopped) {
            latest = Retry.onConflict(() -> remove(CHUNK));
            removed += latest;
        }
        return "REMOVED " + removed;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
