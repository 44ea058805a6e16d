package org.carme.news;

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

/** Sees what other instances have announced, and what begins and ends by the clock. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NewsWatch {
    private static final Logger LOG = System.getLogger(NewsWatch.class.getName());

    @Inject
    Schema schema;

    @Inject
    NewsStore store;

    @Inject
    NewsBoard board;

    private boolean away;

    @PostConstruct
    void begin() {
        schema.ready();
        board.seen(store.lasting());
    }

    /** A database that is away comes back. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        try {
            board.seen(store.lasting());
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                LOG.log(Level.WARNING, "Changes of the news are not seen at present: {0}", e.toString());
            }
            away = true;
        }
    }
}
