package org.carme.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.inventory.NodeRecords;

/** Keeps the picture of the nodes fresh, and notes when the scheduler goes away and comes back. */
@ApplicationScoped
class NodeWatch {
    static final Duration PAUSE = Duration.ofSeconds(5);
    static final Duration AWAY_PAUSE = Duration.ofSeconds(2);

    /** Partitions and reservations change when an administrator changes them. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(NodeWatch.class.getName());

    private Instant seldomAsOf = Instant.EPOCH;

    @Inject
    Scheduler scheduler;

    @Inject
    ClusterStatus status;

    @Inject
    NodeRecords records;

    @Inject
    Clock clock;

    /** @return whether the scheduler answers */
    boolean look() {
        Instant now = clock.instant();
        boolean fresh = Duration.between(status.picture().asOf(), now).compareTo(PAUSE) < 0;
        return (fresh && status.picture().reachable()) || read(now);
    }

    void away(SchedulerException failure) {
        if (status.picture().reachable()) {
            LOG.log(Level.WARNING, "The scheduler does not answer: {0}", failure.getMessage());
        }
        status.away(clock.instant());
    }

    private boolean read(Instant now) {
        boolean wasAway = !status.picture().reachable();
        try {
            readSeldom(now);
            List<Node> seen = scheduler.nodes();
            status.seen(seen, now);
            records.observe(seen);
        } catch (SchedulerException e) {
            away(e);
            return false;
        }
        if (wasAway) {
            LOG.log(Level.INFO, "The scheduler answers again");
        }
        return true;
    }

    private void readSeldom(Instant now) {
        if (Duration.between(seldomAsOf, now).compareTo(SELDOM) >= 0) {
            status.seen(scheduler.partitions(), scheduler.reservations());
            seldomAsOf = now;
        }
    }
}
