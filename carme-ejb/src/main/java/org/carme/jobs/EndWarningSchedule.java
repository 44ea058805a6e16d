package org.carme.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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

    @PostConstruct
    void begin() {
        schema.ready();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void warn() {
        for (JobId id : warnings.endingSoon()) {
            Retry.onConflict(() -> warnings.warn(id));
        }
    }
}
