package org.carme.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When open pages are told. */
class ClusterStatusTest {
    private final ClusterStatus status = new ClusterStatus();
    private final AtomicInteger told = new AtomicInteger();

    @BeforeEach
    void see() {
        status.seen(List.of(node(1.0)), Instant.EPOCH);
        status.subscribe(told::incrementAndGet);
    }

    @Test
    void tellsNobodyThatTheLoadHasChanged() {
        status.seen(List.of(node(2.0)), Instant.EPOCH);

        assertThat(told).hasValue(0);
        assertThat(status.picture().nodes().get(0).load()).contains(2.0);
    }

    @Test
    void tellsWhatPeopleWaitFor() {
        status.seen(List.of(TestNodes.outOfService("node01", "gpu", Map.of("a100", 4))), Instant.EPOCH);
        assertThat(told).hasValue(1);
        status.away(Instant.EPOCH);
        assertThat(told).hasValue(2);
        status.seen(
                List.of(new Partition("gpu", false, true, Optional.empty(), Optional.empty(), List.of("node01"))),
                List.of());
        assertThat(told).hasValue(3);
        assertThat(status.picture().partition("gpu")).isPresent();
        assertThat(status.picture().nodes()).as("kept while partitions change").hasSize(1);
    }

    private static Node node(double load) {
        return TestNodes.loaded(TestNodes.node("node01", "gpu", Map.of("a100", 4)), load);
    }
}
