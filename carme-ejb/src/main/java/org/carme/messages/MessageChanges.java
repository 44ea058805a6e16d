package org.carme.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.carme.database.AfterCommit;

/**
 * Tells open pages that somebody's messages have changed. A registry instead of CDI events, because those do not cross
 * the modules of an EAR. Listeners are called on the changing thread after the commit: they must be quick and must not
 * fail.
 */
@ApplicationScoped
public class MessageChanges {
    @Inject
    AfterCommit afterCommit;

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** @param listener gets the name of the user */
    public void subscribe(Consumer<String> listener) {
        listeners.add(listener);
    }

    void announce(String user) {
        afterCommit.run(() -> listeners.forEach(listener -> listener.accept(user)));
    }
}
