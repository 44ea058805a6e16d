package org.carme.faces.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.carme.health.HealthService;

/** Tells the open system pages that the parts were asked; what they ask for then keeps the rounds frequent. */
@ApplicationScoped
public class SystemPush {
    @Inject
    @Push(channel = "system")
    PushContext pages;

    @Inject
    HealthService health;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        health.subscribe(() -> pages.send("system"));
    }
}
