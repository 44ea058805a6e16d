package org.carme.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the last round found. */
@ApplicationScoped
class HealthBoard {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Runnable whenLookedAt = () -> {};
    private volatile List<PartState> states = List.of();
    private volatile Instant asOf = Instant.EPOCH;

    void whenLookedAt(Runnable action) {
        whenLookedAt = action;
    }

    void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    void put(List<PartState> found, Instant now) {
        states = found;
        asOf = now;
        listeners.forEach(Runnable::run);
    }

    /** Reads, and has it renewed soon. */
    List<PartState> look() {
        whenLookedAt.run();
        return states;
    }

    List<PartState> states() {
        return states;
    }

    Instant asOf() {
        return asOf;
    }
}
