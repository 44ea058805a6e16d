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
 * while jobs only run, seldom when there are none. One look at a time, and never more than a fifth of the time is spent on
 * looking: with a thousand jobs that change one after the other, a look costs more than what it finds.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Watcher {
    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final int REST_AFTER_WORK = 4;

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
    private long restUntil = System.nanoTime();

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
            long nanos = Math.max(delay.toNanos(), restUntil - System.nanoTime());
            next = executor.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        begun();
        long begin = System.nanoTime();
        Duration pause = NodeWatch.PAUSE;
        try {
            pause = nodes.look() ? jobs.look() : NodeWatch.AWAY_PAUSE;
        } finally {
            ended(pause, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private synchronized void begun() {
        looking = true;
        lookAgain = false;
    }

    private synchronized void ended(Duration pause, Duration took) {
        looking = false;
        restUntil = System.nanoTime() + rest(took).toNanos();
        plan(lookAgain ? AT_ONCE : pause);
    }

    private static Duration rest(Duration took) {
        Duration rest = took.multipliedBy(REST_AFTER_WORK);
        return rest.compareTo(NodeWatch.PAUSE) < 0 ? rest : NodeWatch.PAUSE;
    }
}
