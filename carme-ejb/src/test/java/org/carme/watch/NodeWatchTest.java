package org.carme.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.common.SettableClock;
import org.carme.inventory.NodeRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the scheduler is asked for nodes and partitions, and who hears of it. */
class NodeWatchTest {
    private final SettableClock clock = new SettableClock();
    private final Counting scheduler = new Counting(clock);
    private final Records records = new Records();
    private final NodeWatch watch = new NodeWatch();

    @BeforeEach
    void open() {
        watch.scheduler = scheduler.fake;
        watch.status = new ClusterStatus();
        watch.records = records;
        watch.clock = clock;
    }

    @Test
    void seesNodesAndPartitions() {
        assertThat(watch.look()).isTrue();

        assertThat(watch.status.picture().nodes()).hasSize(3);
        assertThat(watch.status.picture().partition("gpu")).isPresent();
        assertThat(records.observed).hasSize(1);
    }

    @Test
    void asksForPartitionsSeldom() {
        for (int i = 0; i < 24; i++) {
            watch.look();
            clock.forward(NodeWatch.PAUSE);
        }

        assertThat(scheduler.partitionReads).isEqualTo(2);
        assertThat(records.observed).hasSize(24);
    }

    @Test
    void takesNoNodeForGoneWhileTheSchedulerIsAway() {
        watch.look();
        scheduler.fake.fail(Kind.UNREACHABLE);
        clock.forward(Duration.ofMinutes(2));

        assertThat(watch.look()).isFalse();
        assertThat(records.observed).hasSize(1);
        assertThat(watch.status.picture().nodes()).hasSize(3);
    }

    private static final class Records extends NodeRecords {
        private final List<List<Node>> observed = new ArrayList<>();

        @Override
        public void observe(List<Node> nodes) {
            observed.add(nodes);
        }
    }

    private static final class Counting {
        private final FakeScheduler fake;
        private int partitionReads;

        Counting(SettableClock clock) {
            fake = new FakeScheduler(clock) {
                @Override
                public synchronized List<Partition> partitions() {
                    partitionReads++;
                    return super.partitions();
                }
            };
        }
    }
}
