package org.carme.estimates;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
import org.carme.cluster.Node.Availability;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;

/** How long a plan and a question take on a large cluster with a long queue. */
final class EstimateBench {
    private static final int NODES = 500;
    private static final int RUNNING_PER_NODE = 4;
    private static final int WAITING = 5000;
    private static final int ROUNDS = 15;
    private static final int QUESTIONS = 200;

    private static final Random RANDOM = new Random(1);
    private static final Instant NOW = Instant.now();

    private EstimateBench() {}

    public static void main(String... arguments) {
        EstimateService service = new EstimateService();
        service.clock = Clock.systemUTC();
        service.cluster = new ClusterStatus();
        service.queue = new QueueStatus();
        service.cluster.seen(nodes(), NOW);
        service.queue.seenAll(jobs(), NOW);
        List<Double> plans = new ArrayList<>();
        List<Double> questions = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = cpuTime();
            Plan plan = Plan.of(service.cluster.picture(), service.queue.picture(), NOW);
            plans.add(millis(begin));
            begin = cpuTime();
            for (int i = 0; i < QUESTIONS; i++) {
                plan.earliest(wish(), NOW).orElseThrow();
            }
            questions.add(millis(begin) / QUESTIONS);
        }
        service.estimate(wish());
        long begin = cpuTime();
        Estimate estimate = service.estimate(wish());
        System.out.printf(
                "plan %.0f ms, question %.2f ms (medians of %d), whole estimate with alternatives %.1f ms: %s%n",
                median(plans), median(questions), ROUNDS, millis(begin), estimate);
    }

    private static List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(new Node(
                    "n" + i, "n" + i, Availability.IN_USE, "", Optional.empty(), List.of("gpu"), 64, 64, 512_000, 0,
                    Map.of("a100", 8), Map.of("a100", 8), List.of(), Optional.empty()));
        }
        return nodes;
    }

    private static List<SchedulerJob> jobs() {
        List<SchedulerJob> jobs = new ArrayList<>();
        for (int i = 0; i < NODES * RUNNING_PER_NODE; i++) {
            jobs.add(job("r" + i, List.of("n" + i / RUNNING_PER_NODE), 1, 2));
        }
        for (int i = 0; i < WAITING; i++) {
            jobs.add(job("w" + i, List.of(), 1 + RANDOM.nextInt(4), 1 + RANDOM.nextInt(8)));
        }
        return jobs;
    }

    private static SchedulerJob job(String id, List<String> on, int nodes, int perNode) {
        boolean running = !on.isEmpty();
        Duration limit = Duration.ofMinutes(30 + RANDOM.nextInt(2800));
        return new SchedulerJob(
                id, "bob", "job", "", "gpu", running ? SchedulerState.RUNNING : SchedulerState.PENDING,
                running ? "" : "Priority", on, Optional.of(NOW), running ? Optional.of(NOW) : Optional.empty(),
                Optional.empty(), running ? Optional.of(NOW.plus(limit)) : Optional.empty(), Optional.of(limit),
                Optional.empty(), 0, 1 + RANDOM.nextInt(10_000),
                new Allotment("lab", 1, nodes, nodes * perNode * 8, 0, Map.of("a100", nodes * perNode)));
    }

    private static Wish wish() {
        return new Wish("gpu", Optional.empty(), 2, Optional.of("a100"), 4, 8, 4000, Duration.ofHours(8));
    }

    private static double millis(long since) {
        return (cpuTime() - since) / 1e6;
    }

    /** Of this thread: whatever else the machine does counts little. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
