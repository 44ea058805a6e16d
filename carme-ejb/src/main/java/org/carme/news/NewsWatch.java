package org.carme.news;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.carme.common.Recurring;
import org.carme.database.Schema;

/** Sees what other instances have announced, and what begins and ends by the clock. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NewsWatch {
    @Inject
    Schema schema;

    @Inject
    NewsStore store;

    @Inject
    NewsBoard board;

    private final Recurring looking = new Recurring("Changes of the news are not seen at present");

    @PostConstruct
    void begin() {
        schema.ready();
        board.seen(store.lasting());
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        looking.run(() -> {
            board.seen(store.lasting());
            store.tellSite();
        });
    }
}
