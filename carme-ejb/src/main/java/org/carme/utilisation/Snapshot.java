package org.carme.utilisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.QueuePicture;
import org.carme.cluster.QueueStatus;

/** The present, as far as what the watcher has in memory is present. */
@ApplicationScoped
class Snapshot {
    /** Accelerators by name, then the CPUs. */
    static final Comparator<String> ORDER =
            Comparator.<String, Boolean>comparing(ClusterPicture.CPU::equals).thenComparing(Comparator.naturalOrder());

    private static final Duration NODES_KNOWN = Duration.ofMinutes(1);

    /** On a large cluster all jobs are read every two minutes. */
    private static final Duration QUEUE_KNOWN = Duration.ofMinutes(5);

    @Inject
    ClusterStatus cluster;

    @Inject
    QueueStatus queue;

    @Inject
    Clock clock;

    /** @return the load of each type, none if the scheduler is away */
    SortedMap<String, Load> loads() {
        SortedMap<String, Load> loads = new TreeMap<>(ORDER);
        ClusterPicture picture = cluster.picture();
        if (!picture.reachable() || picture.asOf().isBefore(clock.instant().minus(NODES_KNOWN))) {
            return loads;
        }
        Map<String, Double> queued = isQueueKnown() ? queued(queue.picture()) : Map.of();
        queued.forEach((type, count) -> loads.put(type, new Load(0, 0, 0, 0, OptionalDouble.of(count))));
        picture.types()
                .forEach(type -> loads.put(
                        type.name(),
                        new Load(
                                type.total(),
                                type.used(),
                                type.free(),
                                type.down(),
                                isQueueKnown()
                                        ? OptionalDouble.of(queued.getOrDefault(type.name(), 0.0))
                                        : OptionalDouble.empty())));
        return loads;
    }

    boolean isQueueKnown() {
        Instant asOf = queue.picture().asOf();
        return !asOf.isBefore(clock.instant().minus(QUEUE_KNOWN));
    }

    private static Map<String, Double> queued(QueuePicture queue) {
        Map<String, Double> sums = new HashMap<>();
        queue.waiting().forEach(job -> {
            Allotment wanted = job.allotment();
            wanted.accelerators()
                    .forEach((type, count) -> sums.merge(type, (double) count * wanted.tasks(), Double::sum));
            sums.merge(ClusterPicture.CPU, (double) wanted.cpus() * wanted.tasks(), Double::sum);
        });
        return sums;
    }
}
