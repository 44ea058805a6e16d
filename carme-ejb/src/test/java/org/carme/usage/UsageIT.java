package org.carme.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carme.usage.TestUsageJobs.START;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.carme.database.TestDatabase;
import org.carme.jobs.JobId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageIT {
    private static final JobId JOB = new JobId(1);
    private static final Instant END = START.plus(Duration.ofHours(2));
    private static final Offset<Double> ABOUT = Offset.offset(0.01);

    private final TestDatabase database = database();

    TestDatabase database() {
        return new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsASampleThatComesTwiceOnce() {
        Sample first = sample(0, 1.5);
        Sample bare = new Sample(START.plusSeconds(10), Optional.empty(), Optional.empty(), List.of());
        add(0, first, bare);
        add(0, sample(0, 99), sample(20, 2));

        assertThat(samples(10))
                .containsExactly(
                        new NodeSample(JOB, 0, first),
                        new NodeSample(JOB, 0, bare),
                        new NodeSample(JOB, 0, sample(20, 2)));
    }

    @Test
    void worksOutWhatAnEndedJobHasUsed() {
        job(Optional.of(END));
        add(0, sample(0, 1), sample(10, 3));
        add(1, sample(0, 2), sample(10, 2));
        describe(0);
        describe(1);

        run(records -> {
            records.sumUp();
            return null;
        });

        Efficiency efficiency = shares().get(JOB);
        assertThat(efficiency.accelerators().orElseThrow()).isCloseTo(50, ABOUT);
        assertThat(efficiency.acceleratorMemory().orElseThrow()).isCloseTo(25, ABOUT);
        assertThat(efficiency.cpus().orElseThrow()).as("two of four cores").isCloseTo(50, ABOUT);
        assertThat(efficiency.memory().orElseThrow()).isCloseTo(10, ABOUT);
    }

    @Test
    void knowsNoSharesOfARunningJob() {
        job(Optional.empty());
        add(0, sample(0, 1));

        run(records -> {
            records.sumUp();
            return null;
        });

        assertThat(shares()).isEmpty();
    }

    @Test
    void keepsFewerSamplesOfAnEndedJobAndInTheEndNone() {
        job(Optional.of(END));
        add(0, IntStream.range(0, 120).mapToObj(slot -> sample(10L * slot, 1)).toArray(Sample[]::new));
        describe(0);
        run(records -> {
            records.sumUp();
            return null;
        });

        purge(END.plus(Duration.ofHours(23)));
        assertThat(samples(10)).hasSize(120);
        purge(END.plus(Duration.ofHours(25)));
        assertThat(samples(10)).hasSize(20);
        purge(END.plus(Duration.ofDays(8)));
        assertThat(samples(10)).hasSize(2);
        purge(END.plus(Duration.ofDays(91)));
        assertThat(samples(10)).isEmpty();
        assertThat(resources()).isEmpty();
        assertThat(shares()).containsKey(JOB);
    }

    @Test
    void readsLongJobsInWiderSteps() {
        add(0, IntStream.range(0, 30).mapToObj(slot -> sample(10L * slot, 1)).toArray(Sample[]::new));

        assertThat(samples(100)).hasSize(3);
    }

    @Test
    void keepsWhatTheNodesHave() {
        describe(1);
        describe(1);

        NodeResources resources = resources().get(1);

        assertThat(resources)
                .isEqualTo(
                        new NodeResources(Optional.of(4), Optional.of(10_000L), Map.of(0, "pretend a100", 1, "A: b")));
    }

    private void job(Optional<Instant> ended) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                TestUsageJobs.insert(own, JOB.value(), "alice", ended);
                return null;
            });
        }
    }

    private void add(int node, Sample... samples) {
        run(records -> {
            records.add(Stream.of(samples)
                    .map(sample -> new NodeSample(JOB, node, sample))
                    .toList());
            return null;
        });
    }

    private void describe(int node) {
        run(records -> {
            records.describe(
                    JOB,
                    node,
                    new NodeResources(Optional.of(4), Optional.of(10_000L), Map.of(0, "pretend a100", 1, "A: b")));
            return null;
        });
    }

    private Map<JobId, Efficiency> shares() {
        return run(records -> records.efficiencies(List.of(JOB)));
    }

    private Map<Integer, NodeResources> resources() {
        return run(records -> records.resources(JOB));
    }

    private List<NodeSample> samples(long step) {
        return run(records -> records.samples(JOB, START, step, 1000));
    }

    private void purge(Instant now) {
        UsageCare care = new UsageCare();
        care.clock = Clock.fixed(now, ZoneOffset.UTC);
        care.days = 90;
        int changed = 1;
        while (changed > 0) {
            changed = run(records -> {
                care.records = records;
                return care.purge(7);
            });
        }
    }

    private <T> T run(Function<UsageRecords, T> action) {
        try (EntityManager own = database.open()) {
            UsageRecords records = new UsageRecords();
            records.usage = new UsageRepository();
            records.usage.entityManager = own;
            return TestDatabase.inTransaction(own, () -> action.apply(records));
        }
    }

    private static Sample sample(long seconds, double cores) {
        return new Sample(
                START.plusSeconds(seconds),
                Optional.of(cores),
                Optional.of(1000L),
                List.of(
                        new DeviceSample(0, Optional.of(20.5), Optional.of(10L), Optional.of(100L)),
                        new DeviceSample(3, Optional.of(79.5), Optional.of(25L), Optional.of(100L))));
    }
}
