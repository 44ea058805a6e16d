package org.carme.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.staging.StagedData;
import org.carme.templates.Charge;
import org.carme.templates.Template;
import org.carme.templates.UsableTemplate;
import org.carme.users.Person;
import org.carme.users.Role;

/** Jobs, requests and reports for tests. */
final class TestJobs {
    static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    static final ClusterUser ALICE = new ClusterUser("alice", 7001);

    private TestJobs() {}

    static Person person(String name, Role role) {
        return new Person(
                name, name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of("carme-users"), Set.of(role));
    }

    static Template template(int maxJobs) {
        return new Template(
                "GPU",
                Set.of("carme-users"),
                "gpu",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                maxJobs,
                2,
                Duration.ofHours(8),
                Duration.ofHours(2),
                2,
                4000,
                Map.of("a100", 4, Template.CPU, 0),
                List.of("base"),
                true);
    }

    static UsableTemplate usable(int maxJobs) {
        return new UsableTemplate(template(maxJobs), Charge.group("carme-users"));
    }

    static StartRequest request() {
        return wanting(1, 1);
    }

    static StartRequest wanting(int perNode, int nodes) {
        return new StartRequest(
                "GPU",
                Optional.empty(),
                Optional.of("a100"),
                perNode,
                nodes,
                "base:1",
                Optional.empty(),
                Optional.empty(),
                StagedData.NONE,
                Optional.empty());
    }

    /** @param image its name, or {@code name:version} */
    static StartRequest in(String image) {
        return new StartRequest(
                "GPU",
                Optional.empty(),
                Optional.of("a100"),
                1,
                1,
                image,
                Optional.empty(),
                Optional.empty(),
                StagedData.NONE,
                Optional.empty());
    }

    static StartRequest named(String name) {
        return new StartRequest(
                "GPU",
                Optional.empty(),
                Optional.of("a100"),
                1,
                1,
                "base:1",
                Optional.of(name),
                Optional.empty(),
                StagedData.NONE,
                Optional.empty());
    }

    static StartRequest with(StagedData data) {
        StartRequest plain = request();
        return new StartRequest(
                plain.template(),
                plain.project(),
                plain.acceleratorType(),
                1,
                1,
                plain.image(),
                plain.name(),
                plain.timeLimit(),
                data,
                plain.idempotencyKey());
    }

    static Job job() {
        return new Job(ALICE, JobKeys.random(), StartRules.check(request(), template(4)), null, NOW);
    }

    /** One that has run since then. */
    static SchedulerJob running(Job job, Instant from) {
        return seen(job, SchedulerState.RUNNING, from, from.plus(job.spec().timeLimit()), "node01");
    }

    /** One that runs on these nodes. */
    static SchedulerJob runningOn(Job job, String... nodes) {
        return seen(job, SchedulerState.RUNNING, NOW, NOW.plus(job.spec().timeLimit()), nodes);
    }

    /** One that runs since {@link #NOW} and ends then. */
    static SchedulerJob ends(Job job, Instant when) {
        return seen(job, SchedulerState.RUNNING, NOW, when);
    }

    /** One that ran between those times and has completed. */
    static SchedulerJob ran(Job job, Instant from, Instant to) {
        return seen(job, SchedulerState.COMPLETED, from, to, "node01");
    }

    private static SchedulerJob seen(Job job, SchedulerState state, Instant from, Instant to, String... nodes) {
        JobSummary summary = job.summary();
        return new SchedulerJob(
                "42",
                summary.owner(),
                summary.name(),
                summary.tag(),
                "gpu",
                state,
                "",
                List.of(nodes),
                Optional.of(from),
                Optional.of(from),
                Optional.empty(),
                Optional.of(to),
                Optional.of(summary.timeLimit()),
                Optional.empty(),
                0,
                1,
                new Allotment("lab", 1, 1, 1, 0, Map.of()));
    }

    static SchedulerJob report(Job job, SchedulerState state) {
        return sent("42", "alice", job.summary().tag(), state);
    }

    /** One that runs. */
    static SchedulerJob sent(String id, String user, String tag) {
        return sent(id, user, tag, SchedulerState.RUNNING);
    }

    private static SchedulerJob sent(String id, String user, String tag, SchedulerState state) {
        boolean started = state != SchedulerState.PENDING;
        return new SchedulerJob(
                id,
                user,
                "job",
                tag,
                "gpu",
                state,
                started ? "" : "Priority",
                started ? List.of("node01") : List.of(),
                Optional.of(NOW),
                started ? Optional.of(NOW) : Optional.empty(),
                Optional.empty(),
                started ? Optional.of(NOW.plusSeconds(7200)) : Optional.empty(),
                Optional.of(Duration.ofHours(2)),
                Optional.empty(),
                0,
                1,
                new Allotment("lab", 1, 1, 1, 0, Map.of()));
    }
}
