package org.carme.health;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;

/**
 * How the process is.
 *
 * @param heapUsed in bytes
 * @param heapMost in bytes
 * @param collecting spent on collecting garbage since the start
 */
public record Jvm(Instant startedAt, long heapUsed, long heapMost, int threads, Duration collecting) {
    static Jvm present() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long millis = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(time -> time > 0)
                .sum();
        return new Jvm(
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                heap.getUsed(),
                heap.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                Duration.ofMillis(millis));
    }
}
