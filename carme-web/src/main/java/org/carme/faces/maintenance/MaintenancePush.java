package org.carme.faces.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.carme.maintenance.MaintenanceNotice;

/** Tells all open pages that the banner has changed. */
@ApplicationScoped
public class MaintenancePush {
    @Inject
    @Push(channel = "notices")
    PushContext pages;

    @Inject
    MaintenanceNotice notice;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        notice.subscribe(() -> pages.send("maintenance"));
    }
}
