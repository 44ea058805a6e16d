package org.carme.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.carme.common.Recurring;
import org.carme.database.Schema;

/** Sees what other instances have set, and what begins and ends by the clock. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class MaintenanceWatch {
    @Inject
    Schema schema;

    @Inject
    MaintenanceStore store;

    @Inject
    MaintenanceNotice notice;

    private final Recurring looking = new Recurring("Changes of the maintenance are not seen at present");

    @PostConstruct
    void begin() {
        schema.ready();
        notice.seen(store.read());
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        looking.run(() -> {
            notice.seen(store.read());
            store.tellSite();
        });
    }
}
