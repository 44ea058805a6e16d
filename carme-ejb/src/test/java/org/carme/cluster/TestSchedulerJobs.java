package org.carme.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs for tests: bob's, in the partition gpu, with a time limit of an hour. */
public final class TestSchedulerJobs {
    private static final Duration LIMIT = Duration.ofHours(1);

    private TestSchedulerJobs() {}

    /** One that runs until then. */
    public static SchedulerJob running(String id, Allotment allotment, Instant end, String... nodes) {
        return job(
                id,
                SchedulerState.RUNNING,
                List.of(nodes),
                new Course(Optional.of(end.minus(LIMIT)), Optional.empty(), Optional.of(end), 0),
                allotment);
    }

    /** One that waits, and begins then as the scheduler plans it. */
    public static SchedulerJob planned(String id, Allotment allotment, Instant start) {
        return job(
                id,
                SchedulerState.PENDING,
                List.of(),
                new Course(Optional.empty(), Optional.of(start), Optional.empty(), 1),
                allotment);
    }

    /** One that waits without a plan. */
    public static SchedulerJob waiting(String id, Allotment allotment, long priority) {
        return job(
                id,
                SchedulerState.PENDING,
                List.of(),
                new Course(Optional.empty(), Optional.empty(), Optional.empty(), priority),
                allotment);
    }

    /** The same in other partitions, separated by commas. */
    public static SchedulerJob in(String partitions, SchedulerJob job) {
        return new SchedulerJob(
                job.id(),
                job.user(),
                job.name(),
                job.tag(),
                partitions,
                job.state(),
                job.reason(),
                job.nodes(),
                job.submittedAt(),
                job.startedAt(),
                job.plannedStart(),
                job.endsAt(),
                job.timeLimit(),
                job.exitCode(),
                job.restarts(),
                job.priority(),
                job.allotment());
    }

    /** Some accelerators of a type and as many CPUs, on so many nodes. */
    public static Allotment of(int nodes, String type, int accelerators) {
        return new Allotment("lab", 1, nodes, accelerators, 0, Map.of(type, accelerators));
    }

    private record Course(
            Optional<Instant> started, Optional<Instant> planned, Optional<Instant> ends, long priority) {}

    private static SchedulerJob job(
            String id, SchedulerState state, List<String> nodes, Course course, Allotment allotment) {
        return new SchedulerJob(
                id,
                "bob",
                "job",
                "",
                "gpu",
                state,
                state == SchedulerState.PENDING ? "Priority" : "",
                nodes,
                Optional.of(Instant.EPOCH),
                course.started(),
                course.planned(),
                course.ends(),
                Optional.of(LIMIT),
                Optional.empty(),
                0,
                course.priority(),
                allotment);
    }
}
