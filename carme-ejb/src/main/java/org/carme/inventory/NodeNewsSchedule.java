package org.carme.inventory;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.carme.common.Recurring;
import org.carme.database.Schema;

/** Apart from the watcher, which must not wait for the directory. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeNewsSchedule {
    @Inject
    Schema schema;

    @Inject
    NodeNews news;

    private final Recurring telling = new Recurring("Administrators are not told about nodes at present");

    @PostConstruct
    void begin() {
        schema.ready();
    }

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void tell() {
        telling.run(news::tell);
    }
}
