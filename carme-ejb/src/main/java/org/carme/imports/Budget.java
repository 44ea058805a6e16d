package org.carme.imports;

import java.util.concurrent.atomic.AtomicInteger;

/** How much of a disk one look may see, and how long it may take. */
final class Budget {
    private final int most;
    private final long deadline;
    private final AtomicInteger entries = new AtomicInteger();
    private boolean cut;

    /** @param deadline as {@link System#nanoTime} tells it */
    Budget(int most, long deadline) {
        this.most = most;
        this.deadline = deadline;
    }

    /** @return whether one more entry of the store may be looked at */
    boolean spend() {
        if (entries.get() == most) {
            cut = true;
            return false;
        }
        entries.incrementAndGet();
        return true;
    }

    /** Runs the action until it ends, or no time is left. */
    void run(Runnable action) {
        try {
            action.run();
        } catch (Spent end) {
            cut = true;
        }
    }

    /** To be called by that action before each step. */
    void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new Spent();
        }
    }

    /** @return whether there was more than could be looked at */
    boolean isCut() {
        return cut;
    }

    /** @return how many entries were looked at; may be asked from another thread */
    int entries() {
        return entries.get();
    }

    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
