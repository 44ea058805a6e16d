package org.carme.utilisation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.carme.common.Recurring;
import org.carme.database.Schema;

/** Takes a sample every minute, whether or not anybody looks. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SampleSchedule {
    @Inject
    Schema schema;

    @Inject
    UtilisationService utilisation;

    private final Recurring sampling = new Recurring("The utilisation is not written down at present");

    @PostConstruct
    void begin() {
        schema.ready();
    }

    @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
    void sample() {
        sampling.run(utilisation::sample);
    }
}
