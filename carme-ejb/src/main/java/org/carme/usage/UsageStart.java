package org.carme.usage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.carme.database.Schema;

/** Stops the start if how long use is kept is configured wrongly, and has samples written from then on. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class UsageStart {
    private static final long PAUSE_SECONDS = 2;

    @Inject
    Schema schema;

    @Inject
    UsageCare care;

    @Inject
    UsageInbox inbox;

    @Resource
    ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> writing;

    @PostConstruct
    void start() {
        schema.ready();
        care.start();
        writing = executor.scheduleWithFixedDelay(inbox::write, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        writing.cancel(false);
        inbox.write();
    }
}
