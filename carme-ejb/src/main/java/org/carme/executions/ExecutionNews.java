package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** That something of an execution of this portal has changed. */
@ApplicationScoped
public class ExecutionNews {
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    /** Listeners must be quick and must not fail. */
    public void subscribe(LongConsumer listener) {
        listeners.add(listener);
    }

    public void changed(long execution) {
        listeners.forEach(listener -> listener.accept(execution));
    }
}
