package org.carme.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.carme.common.Recurring;
import org.carme.database.Retry;
import org.carme.database.Schema;

/** Looks for jobs that end soon. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndWarningSchedule {
    @Inject
    Schema schema;

    @Inject
    EndWarnings warnings;

    private final Recurring warning = new Recurring("Nobody is warned of the ends of jobs at present");

    @PostConstruct
    void begin() {
        schema.ready();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void warn() {
        warning.run(() -> warnings.due().forEach(id -> Retry.onConflict(() -> warnings.warn(id))));
    }
}
