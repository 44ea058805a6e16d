package org.carme.batch.cleanup;

import org.carme.batch.Step;
import org.carme.database.Retry;

/** Removes rows a thousand at a time, so that nobody waits long for a lock; ends when nothing is left, or if stopped. */
abstract class Purge extends Step {
    static final int CHUNK = 1000;

    /**
     * Removes in a transaction of its own.
     *
     * @return how many rows were removed, none if nothing is left
     */
    abstract int remove(int most);

    @Override
    protected String work() {
        int removed = 0;
        int latest = -1;
        while (latest != 0 && !isStopped()) {
            latest = Retry.onConflict(() -> remove(CHUNK));
            removed += latest;
            report.wrote(latest);
        }
        report.say(removed == 0 ? "Nothing was old enough to be removed" : "Removed " + removed);
        return "REMOVED " + removed;
    }
}
