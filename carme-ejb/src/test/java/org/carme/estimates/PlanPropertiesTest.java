package org.carme.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Node;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.TestNodes;
import org.carme.cluster.TestSchedulerJobs;

/** What holds for every cluster and queue: four nodes with four a100 each. */
class PlanPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int NODES = 4;
    private static final int PER_NODE = 4;
    private static final List<Node> CLUSTER = IntStream.range(0, NODES)
            .mapToObj(i -> TestNodes.node("node0" + i, "gpu", Map.of("a100", PER_NODE)))
            .toList();

    /** Runs on a node for some minutes, or waits with some priority for some nodes. */
    record Work(boolean running, int node, int nodes, int perNode, int minutes) {}

    record Wanted(int nodes, int perNode, int minutes) {
        Wish wish() {
            return new Wish(
                    "gpu", Optional.empty(), nodes, Optional.of("a100"), perNode, 1, 0, Duration.ofMinutes(minutes));
        }
    }

    @Property
    void neverStartsEarlierIfMoreIsWanted(@ForAll("works") List<Work> works, @ForAll("wanted") Wanted wanted) {
        Plan plan = plan(works);
        Instant start = plan.earliest(wanted.wish(), NOW).orElseThrow();

        for (Wanted more : List.of(
                new Wanted(Math.min(NODES, wanted.nodes() + 1), wanted.perNode(), wanted.minutes()),
                new Wanted(wanted.nodes(), Math.min(PER_NODE, wanted.perNode() + 1), wanted.minutes()),
                new Wanted(wanted.nodes(), wanted.perNode(), wanted.minutes() + 45))) {
            assertThat(plan.earliest(more.wish(), NOW))
                    .hasValueSatisfying(
                            later -> assertThat(later).as("%s", more).isAfterOrEqualTo(start));
        }
    }

    @Property
    void neverStartsWhileWhatRunsLeavesTooLittle(@ForAll("works") List<Work> works, @ForAll("wanted") Wanted wanted) {
        Instant start = plan(works).earliest(wanted.wish(), NOW).orElseThrow();

        long room = IntStream.range(0, NODES)
                .filter(node -> PER_NODE - usedBy(works, node, start) >= wanted.perNode())
                .count();
        assertThat(room).isGreaterThanOrEqualTo(wanted.nodes());
    }

    @Property
    void startsAsSoonAsWhatRunsLeavesRoomIfNobodyWaits(
            @ForAll("works") List<Work> works, @ForAll("wanted") Wanted wanted) {
        List<Work> running = works.stream().filter(Work::running).toList();
        Instant start = plan(running).earliest(wanted.wish(), NOW).orElseThrow();
        Instant before = start.minusMillis(1);

        assertThat(start.equals(NOW) || room(running, wanted, before) < wanted.nodes())
                .isTrue();
    }

    @Property(tries = 200)
    void isTheSameWhoeverAsksAndHoweverOften(
            @ForAll("works") List<Work> works,
            @ForAll("wanted") Wanted wanted,
            @ForAll @IntRange(max = 60) int minutes) {
        Plan plan = plan(works);
        Instant start = plan.earliest(wanted.wish(), NOW).orElseThrow();
        Instant later = NOW.plus(Duration.ofMinutes(minutes));

        assertThat(plan.earliest(wanted.wish(), NOW)).contains(start);
        assertThat(plan.earliest(wanted.wish(), later).orElseThrow())
                .as("not in the past")
                .isAfterOrEqualTo(later)
                .isAfterOrEqualTo(start);
    }

    private static long room(List<Work> running, Wanted wanted, Instant at) {
        return IntStream.range(0, NODES)
                .filter(node -> PER_NODE - usedBy(running, node, at) >= wanted.perNode())
                .count();
    }

    private static int usedBy(List<Work> works, int node, Instant at) {
        return Math.min(
                PER_NODE,
                works.stream()
                        .filter(work -> work.running() && work.node() == node)
                        .filter(work -> at.isBefore(NOW.plus(Duration.ofMinutes(work.minutes()))))
                        .mapToInt(Work::perNode)
                        .sum());
    }

    private static Plan plan(List<Work> works) {
        QueueStatus queue = new QueueStatus();
        List<SchedulerJob> jobs = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            jobs.add(job(String.valueOf(i), works.get(i)));
        }
        queue.seenAll(jobs, NOW);
        return Plan.of(new ClusterPicture(NOW, Optional.empty(), CLUSTER, List.of(), List.of()), queue.picture(), NOW);
    }

    private static SchedulerJob job(String id, Work work) {
        if (work.running()) {
            return TestSchedulerJobs.running(
                    id,
                    TestSchedulerJobs.of(1, "a100", work.perNode()),
                    NOW.plus(Duration.ofMinutes(work.minutes())),
                    "node0" + work.node());
        }
        Allotment allotment = TestSchedulerJobs.of(work.nodes(), "a100", work.nodes() * work.perNode());
        return work.minutes() % 2 == 0
                ? TestSchedulerJobs.planned(id, allotment, NOW.plus(Duration.ofMinutes(work.minutes())))
                : TestSchedulerJobs.waiting(id, allotment, work.minutes());
    }

    @Provide
    Arbitrary<List<Work>> works() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, NODES - 1),
                        Arbitraries.integers().between(1, NODES),
                        Arbitraries.integers().between(1, PER_NODE),
                        Arbitraries.integers().between(1, 300))
                .as(Work::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Wanted> wanted() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, NODES),
                        Arbitraries.integers().between(1, PER_NODE),
                        Arbitraries.integers().between(1, 300))
                .as(Wanted::new);
    }
}
