package org.carme.faces.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.carme.executions.ExecutionService;

/** Tells open pages that something of an execution has changed; they ask for it themselves. */
@ApplicationScoped
public class ExecutionPush {
    @Inject
    @Push(channel = "batch")
    PushContext pages;

    @Inject
    ExecutionService executions;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executions.subscribe(execution -> pages.send("batch-" + execution));
    }
}
