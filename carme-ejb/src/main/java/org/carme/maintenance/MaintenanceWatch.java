package org.carme.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.carme.database.Schema;

/** Sees what other instances have set, and what begins and ends by the clock. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class MaintenanceWatch {
    private static final Logger LOG = System.getLogger(MaintenanceWatch.class.getName());

    @Inject
    Schema schema;

    @Inject
    MaintenanceStore store;

    @Inject
    MaintenanceNotice notice;

    private boolean away;

    @PostConstruct
    void begin() {
        schema.ready();
        notice.seen(store.read());
    }

    /** A database that is away comes back. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        try {
            notice.seen(store.read());
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                LOG.log(Level.WARNING, "Changes of the maintenance are not seen at present: {0}", e.toString());
            }
            away = true;
        }
    }
}
