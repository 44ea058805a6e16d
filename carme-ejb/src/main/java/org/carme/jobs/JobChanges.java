package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells whoever must react at once that a job has changed: pages, gateway, agents. A registry instead of CDI events,
 * because those do not cross the modules of an EAR. Listeners are called on the changing thread after the commit: they
 * must be quick and must not fail.
 */
@ApplicationScoped
public class JobChanges {
    private final List<Consumer<JobChange>> listeners = new CopyOnWriteArrayList<>();

    public void subscribe(Consumer<JobChange> listener) {
        listeners.add(listener);
    }

    void fire(JobChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
