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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carme.cluster.SchedulerException;
import org.carme.database.Schema;

/**
 * Looks for jobs that were sent past Carme, beside {@link Watcher}, because a bulk read of a large cluster takes seconds
 * in which no state of our own jobs may wait. It rests nine times as long as a look took: a tenth of the time at most.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutsideWatcher {
    private static final Logger LOG = System.getLogger(OutsideWatcher.class.getName());

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** The controller remembers ended jobs for five minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int REST_AFTER_WORK = 9;

    @Inject
    Schema schema;

    @Inject
    OutsideWatch outside;

    @Resource
    ManagedScheduledExecutorService executor;

    private Future<?> next;
    private boolean stopped;

    @PostConstruct
    void begin() {
        schema.ready();
        plan(Duration.ZERO);
    }

    @PreDestroy
    synchronized void end() {
        stopped = true;
        next.cancel(true);
    }

    private synchronized void plan(Duration delay) {
        if (!stopped) {
            next = executor.schedule(this::look, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        long begin = System.nanoTime();
        try {
            outside.look();
        } catch (SchedulerException away) {
            LOG.log(Level.DEBUG, "Jobs sent past Carme cannot be seen: {0}", away.getMessage());
        } finally {
            plan(rest(Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    static Duration rest(Duration took) {
        Duration rest = took.multipliedBy(REST_AFTER_WORK);
        if (rest.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
