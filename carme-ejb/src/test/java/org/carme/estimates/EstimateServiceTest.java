package org.carme.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.Reservation;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.TestNodes;
import org.carme.cluster.TestSchedulerJobs;
import org.carme.common.SettableClock;
import org.carme.estimates.Alternative.Kind;
import org.carme.estimates.Estimate.Hindrance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a job would start on two nodes with four a100 and 16 CPUs each. Jobs are limited to an hour. */
class EstimateServiceTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock();
    private final Instant now = clock.instant();
    private final EstimateService service = new EstimateService();
    private final List<SchedulerJob> jobs = new ArrayList<>();

    @BeforeEach
    void see() {
        service.cluster = new ClusterStatus();
        service.queue = new QueueStatus();
        service.clock = clock;
        service.cluster.seen(List.of(node("node01", 0), node("node02", 0)), now);
    }

    @Test
    void startsNowWhereThereIsRoom() {
        Estimate estimate = estimate(2, 4);

        assertThat(estimate.now()).isTrue();
        assertThat(estimate.startsAt()).contains(now);
        assertThat(estimate.alternative()).isEmpty();
    }

    @Test
    void startsWhenWhatRunsReachesItsLimit() {
        run("1", 3, Duration.ofMinutes(20), "node01");
        run("2", 4, Duration.ofMinutes(50), "node02");

        assertThat(starts(1, 1)).isEqualTo(now);
        assertThat(starts(1, 2)).isEqualTo(now.plus(Duration.ofMinutes(20)));
        assertThat(starts(2, 1)).isEqualTo(now.plus(Duration.ofMinutes(50)));
    }

    @Test
    void goesIntoAHoleBeforeAPlannedStartOnlyIfItIsOverByThen() {
        run("1", 4, Duration.ofMinutes(90), "node01");
        plan("2", 2, 8, Duration.ofMinutes(90));

        assertThat(starts(wish(1, 4, Duration.ofMinutes(90)))).isEqualTo(now);
        assertThat(starts(wish(1, 4, Duration.ofMinutes(91))))
                .as("after the planned one, which may run for an hour")
                .isEqualTo(now.plus(Duration.ofMinutes(150)));
    }

    @Test
    void waitsBehindTheQueueByPriority() {
        run("1", 4, Duration.ofMinutes(30), "node01");
        run("2", 4, Duration.ofMinutes(40), "node02");
        jobs.add(TestSchedulerJobs.waiting("3", a100(1, 4), 5));
        jobs.add(TestSchedulerJobs.waiting("4", a100(1, 4), 50));

        assertThat(starts(1, 4)).isEqualTo(now.plus(Duration.ofMinutes(90)));
    }

    @Test
    void isNotKeptWaitingByWhoWaitsForSomethingElse() {
        run("1", 4, Duration.ofMinutes(30), "node01");
        jobs.add(TestSchedulerJobs.waiting("3", a100(1, 4), 0));

        assertThat(starts(1, 4)).as("held jobs have no priority").isEqualTo(now);
    }

    @Test
    void countsEveryTaskOfAnArray() {
        jobs.add(TestSchedulerJobs.waiting("3", new Allotment("lab", 4, 1, 4, 0, Map.of("a100", 4)), 5));

        assertThat(starts(1, 1)).isEqualTo(now.plus(Duration.ofHours(2)));
    }

    @Test
    void needsCpusAndMemoryToo() {
        jobs.add(TestSchedulerJobs.running("1", new Allotment("lab", 1, 1, 14, 0, Map.of()), now.plus(HOUR), "node01"));
        jobs.add(TestSchedulerJobs.running(
                "2", new Allotment("lab", 1, 1, 1, 63_500, Map.of()), now.plus(HOUR), "node02"));

        assertThat(starts(1, 1)).isEqualTo(now);
        assertThat(starts(1, 4)).isEqualTo(now.plus(HOUR));
    }

    @Test
    void trustsTheNodesWhereNoJobIsKnown() {
        service.cluster.seen(List.of(node("node01", 4), node("node02", 3)), now);

        assertThat(starts(1, 1)).isEqualTo(now);
        assertThat(starts(1, 2)).isAfterOrEqualTo(now.plus(Duration.ofHours(24)));
    }

    @Test
    void namesTheLeastThatWouldHaveToBeGivenUp() {
        run("1", 3, Duration.ofMinutes(40), "node01");
        run("2", 2, Duration.ofMinutes(50), "node02");

        assertThat(estimate(1, 3).alternative()).contains(new Alternative(Kind.ACCELERATORS_PER_NODE, 2, now));
        assertThat(estimate(2, 1).now()).isTrue();
        assertThat(estimate(2, 4).alternative()).contains(new Alternative(Kind.ACCELERATORS_PER_NODE, 1, now));
    }

    @Test
    void namesAShorterTimeIfThatFitsBeforeTheNext() {
        run("1", 4, Duration.ofHours(9), "node01");
        plan("2", 1, 4, Duration.ofMinutes(70));

        assertThat(estimate(wish(1, 1, Duration.ofHours(2))).alternative())
                .contains(new Alternative(Kind.MINUTES, 60, now));
    }

    @Test
    void keepsOutOfReservations() {
        int all = service.cluster.picture().nodes().get(0).cpus();
        Instant end = reserve("node01", all);

        assertThat(starts(2, 1)).isEqualTo(end);
        assertThat(estimate(2, 1).reservation()).contains("work");
        assertThat(starts(1, 1)).isEqualTo(now);
        assertThat(estimate(1, 1).reservation()).isEmpty();
        assertThat(starts(wish(2, 1, Duration.ofMinutes(30)))).isEqualTo(now);
    }

    @Test
    void takesNoAcceleratorsForReservedCores() {
        reserve("node01", 1);

        assertThat(starts(2, 1)).isEqualTo(now);
    }

    @Test
    void passesOverReservationsOfNodesThatItDoesNotKnow() {
        reserve("node99", 4);

        assertThat(starts(2, 1)).isEqualTo(now);
    }

    @Test
    void namesNoReservationWhereSomethingElseIsTheReason() {
        Instant end = reserve("node01", service.cluster.picture().nodes().get(0).cpus());
        run("1", 4, Duration.ofHours(9), "node02");

        Estimate behind = estimate(2, 4);
        assertThat(behind.startsAt())
                .hasValueSatisfying(start -> assertThat(start).isAfter(end));
        assertThat(behind.reservation()).isEmpty();
    }

    private Instant reserve(String node, int cpus) {
        Instant begin = now.plus(Duration.ofMinutes(30));
        Instant end = begin.plus(Duration.ofHours(2));
        service.cluster.seen(List.of(), List.of(new Reservation("work", begin, end, List.of(node), cpus, true)));
        return end;
    }

    @Test
    void saysWhatNobodyCanForesee() {
        assertThat(estimate(3, 1).hindrance()).contains(Hindrance.NODES_DOWN);
        service.cluster.seen(
                List.of(new Partition(
                        "gpu", false, true, Optional.empty(), Optional.empty(), List.of("node01", "node02"))),
                List.of());
        assertThat(estimate(1, 1).hindrance()).contains(Hindrance.PARTITION_DOWN);
        service.cluster.away(now);
        assertThat(estimate(1, 1).hindrance()).contains(Hindrance.UNKNOWN);
    }

    private void run(String id, int accelerators, Duration left, String node) {
        jobs.add(TestSchedulerJobs.running(id, a100(1, accelerators), now.plus(left), node));
    }

    private void plan(String id, int nodes, int accelerators, Duration ahead) {
        jobs.add(TestSchedulerJobs.planned(id, a100(nodes, accelerators), now.plus(ahead)));
    }

    private Instant starts(int nodes, int perNode) {
        return starts(wish(nodes, perNode, HOUR));
    }

    private Instant starts(Wish wish) {
        return estimate(wish).startsAt().orElseThrow();
    }

    private Estimate estimate(int nodes, int perNode) {
        return estimate(wish(nodes, perNode, HOUR));
    }

    private Estimate estimate(Wish wish) {
        service.queue.seenAll(jobs, now);
        return service.estimate(wish);
    }

    private static Wish wish(int nodes, int perNode, Duration limit) {
        return new Wish("gpu", Optional.empty(), nodes, Optional.of("a100"), perNode, 1, 500, limit);
    }

    private static Allotment a100(int nodes, int accelerators) {
        return TestSchedulerJobs.of(nodes, "a100", accelerators);
    }

    private static Node node(String name, int inUse) {
        return TestNodes.busy(name, "gpu", Map.of("a100", 4), Map.of("a100", inUse));
    }
}
