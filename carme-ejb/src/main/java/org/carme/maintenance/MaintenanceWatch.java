package org.carme.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.carme.database.Schema;

/** Sees what other instances have set, and what begins and ends by the clock. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class MaintenanceWatch {
    private static final Logger LOG = System.getLogger(MaintenanceWatch.class.getName());
    private static final long PAUSE_SECONDS = 2;

    @Inject
    Schema schema;

    @Inject
    MaintenanceStore store;

    @Inject
    MaintenanceNotice notice;

    @Resource
    ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> watching;
    private boolean away;

    @PostConstruct
    void begin() {
        schema.ready();
        notice.seen(store.read());
        watching = executor.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        watching.cancel(false);
    }

    /** A database that is away comes back. */
    private void look() {
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
