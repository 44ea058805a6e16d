package org.carme.estimates;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Partition;
import org.carme.cluster.QueueStatus;
import org.carme.estimates.Estimate.Hindrance;

/** Tells when a job would start. One plan serves all questions for a while. */
@ApplicationScoped
public class EstimateService {
    private static final Duration KNOWN = Duration.ofMinutes(5);

    /** Less would not be worth a change of mind. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(10);

    /** A plan of a large cluster takes part of a second: at most a tenth of the time goes into planning. */
    private static final int REST_AFTER_WORK = 9;

    /** So much a page may wait. */
    private static final Duration QUICK = Duration.ofMillis(30);

    /** After which planning has failed, and is tried again. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Inject
    ClusterStatus cluster;

    @Inject
    QueueStatus queue;

    @Inject
    Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private Plan plan;
    private Duration lastTook = Duration.ZERO;
    private long restUntil = System.nanoTime();

    /** @return never earlier for a larger wish than for a smaller one */
    public Estimate estimate(Wish wish) {
        Instant now = clock.instant();
        ClusterPicture picture = cluster.picture();
        if (!picture.reachable()
                || !isFresh(picture.asOf(), now)
                || !isFresh(queue.picture().asOf(), now)) {
            return Estimate.hindered(now, Hindrance.UNKNOWN);
        }
        if (!picture.partition(wish.partition()).map(Partition::up).orElse(true)) {
            return Estimate.hindered(now, Hindrance.PARTITION_DOWN);
        }
        Plan present = plan(picture, now);
        return present.earliest(wish, now)
                .map(start -> new Estimate(
                        now,
                        Optional.of(start),
                        Optional.empty(),
                        sooner(present, wish, start, now),
                        present.reservationUntil(wish, start)))
                .orElseGet(() -> Estimate.hindered(now, Hindrance.NODES_DOWN));
    }

    /** @return the first that starts now, else that which starts first */
    private static Optional<Alternative> sooner(Plan plan, Wish wish, Instant start, Instant now) {
        if (Estimate.isNow(start, now)) {
            return Optional.empty();
        }
        List<Alternative> alternatives = wish.smaller().stream()
                .flatMap(smaller -> plan.earliest(smaller.wish(), now).stream()
                        .map(sooner -> new Alternative(smaller.kind(), smaller.value(), sooner)))
                .toList();
        return alternatives.stream()
                .filter(one -> Estimate.isNow(one.startsAt(), now))
                .findFirst()
                .or(() -> alternatives.stream()
                        .min(Comparator.comparing(Alternative::startsAt))
                        .filter(one -> one.startsAt().plus(WORTH_TELLING).isBefore(start)));
    }

    private static boolean isFresh(Instant asOf, Instant now) {
        return asOf.isAfter(now.minus(KNOWN));
    }

    /** Nobody waits for a plan that takes long, but the first one. */
    private synchronized Plan plan(ClusterPicture picture, Instant now) {
        boolean due = System.nanoTime() - restUntil > 0;
        if (plan == null || (due && lastTook.compareTo(QUICK) < 0)) {
            planAnew(picture, now);
        } else if (due) {
            restUntil = System.nanoTime() + LONGEST.toNanos();
            executor.execute(this::planAnew);
        }
        return plan;
    }

    private void planAnew() {
        planAnew(cluster.picture(), clock.instant());
    }

    private void planAnew(ClusterPicture picture, Instant now) {
        long begin = System.nanoTime();
        Plan next = Plan.of(picture, queue.picture(), now);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        keep(next, took);
    }

    private synchronized void keep(Plan next, Duration took) {
        plan = next;
        lastTook = took;
        restUntil = System.nanoTime() + took.multipliedBy(REST_AFTER_WORK).toNanos();
    }
}
