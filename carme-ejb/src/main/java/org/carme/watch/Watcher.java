package org.carme.watch;

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
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carme.database.Schema;
import org.carme.jobs.JobChange;
import org.carme.jobs.JobChanges;
import org.carme.jobs.JobState;

/**
 * Looks at the scheduler in a rhythm that follows need: every 400 ms while a job is about to change, every few seconds
 * while jobs only run, seldom when there are none. One look at a time.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Watcher {
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    @Inject
    Schema schema;

    @Inject
    JobWatch jobs;

    @Inject
    NodeWatch nodes;

    @Inject
    JobChanges changes;

    @Resource
    ManagedScheduledExecutorService executor;

    private Future<?> next;
    private boolean looking;
    private boolean lookAgain;
    private boolean stopped;

    @PostConstruct
    void begin() {
        schema.ready();
        changes.subscribe(this::wake);
        plan(AT_ONCE);
    }

    @PreDestroy
    synchronized void end() {
        stopped = true;
        next.cancel(true);
    }

    private void wake(JobChange change) {
        if (change.state() == JobState.QUEUED || change.state() == JobState.ENDING) {
            plan(AT_ONCE);
        }
    }

    private synchronized void plan(Duration delay) {
        if (looking) {
            lookAgain = true;
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        if (!stopped) {
            next = executor.schedule(this::look, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        begun();
        Duration pause = NodeWatch.PAUSE;
        try {
            pause = nodes.look() ? jobs.look() : NodeWatch.AWAY_PAUSE;
        } finally {
            ended(pause);
        }
    }

    private synchronized void begun() {
        looking = true;
        lookAgain = false;
    }

    private synchronized void ended(Duration pause) {
        looking = false;
        plan(lookAgain ? AT_ONCE : pause);
    }
}
