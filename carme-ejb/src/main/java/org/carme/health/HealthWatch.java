package org.carme.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carme.database.Schema;

/** Has the parts asked, one round at a time: seldom, and more often while somebody looks. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HealthWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration AFTER_START = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofSeconds(10);

    @Inject
    Schema schema;

    @Inject
    Questions questions;

    @Inject
    HealthBoard board;

    @Inject
    Clock clock;

    @Resource
    ManagedScheduledExecutorService executor;

    private Round round;
    private Future<?> next;
    private boolean asking;
    private boolean wanted;
    private boolean stopped;

    @PostConstruct
    void begin() {
        schema.ready();
        round = new Round(executor, questions.all(), PATIENCE, clock);
        board.whenWanted(this::want);
        plan(AFTER_START);
    }

    @PreDestroy
    synchronized void end() {
        stopped = true;
        next.cancel(true);
    }

    /** Somebody looks: the next round comes ten seconds after the last, or at once if that is longer ago. */
    private synchronized void want() {
        wanted = true;
        if (!asking) {
            Duration age = Duration.between(board.asOf(), clock.instant());
            next.cancel(false);
            plan(age.compareTo(OFTEN) < 0 ? OFTEN.minus(age) : Duration.ZERO);
        }
    }

    private synchronized void plan(Duration delay) {
        if (!stopped) {
            next = executor.schedule(this::ask, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void ask() {
        begun();
        try {
            board.put(round.ask(board.states()), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended();
        }
    }

    private synchronized void begun() {
        asking = true;
        wanted = false;
    }

    private synchronized void ended() {
        asking = false;
        plan(wanted ? OFTEN : SELDOM);
    }
}
