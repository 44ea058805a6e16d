package org.carme.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.carme.database.Schema;

/** Has the parts asked, one round at a time: seldom, and more often while somebody looks. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HealthWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** Pages look again when a round has ended; the end of one may come before a new page can be told. */
    private static final Duration LOOKING = Duration.ofSeconds(30);

    @Inject
    Schema schema;

    @Inject
    Questions questions;

    @Inject
    HealthBoard board;

    @Inject
    Clock clock;

    /** Not the one for planned tasks: that has a single thread, for which every part would have to wait. */
    @Resource
    ManagedExecutorService executor;

    private Round round;
    private boolean asking;
    private Instant lookedAt = Instant.EPOCH;

    @PostConstruct
    void begin() {
        schema.ready();
        round = new Round(executor, questions.all(), PATIENCE, clock);
        board.whenLookedAt(this::lookedAt);
    }

    private synchronized void lookedAt() {
        lookedAt = clock.instant();
        askIfDue();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    synchronized void askIfDue() {
        Instant now = clock.instant();
        Duration pause = now.isBefore(lookedAt.plus(LOOKING)) ? OFTEN : SELDOM;
        if (!asking && !now.isBefore(board.asOf().plus(pause))) {
            asking = true;
            executor.execute(this::ask);
        }
    }

    private void ask() {
        try {
            board.put(round.ask(board.states()), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            asked();
        }
    }

    private synchronized void asked() {
        asking = false;
    }
}
