package org.carme.cluster.slurm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.Allotment;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.cluster.slurm.AnswerReader.Items;

/** Makes a job of what the controller, or its accounting, says of one. */
final class JobReader {
    private static final Set<String> CONTROLLER = Set.of(
            "job_id",
            "user_name",
            "name",
            "comment",
            "partition",
            "job_state",
            "state_reason",
            "nodes",
            "batch_host",
            "submit_time",
            "start_time",
            "end_time",
            "time_limit",
            "exit_code",
            "restart_cnt",
            "priority",
            "account",
            "array_task_string",
            "node_count",
            "tres_alloc_str",
            "tres_req_str",
            "gres_detail");
    private static final Set<String> ACCOUNTING = Set.of(
            "job_id",
            "user",
            "name",
            "comment",
            "partition",
            "state",
            "nodes",
            "time",
            "exit_code",
            "restart_cnt",
            "account",
            "cluster",
            "tres");

    private JobReader() {}

    static Items ofController(Consumer<SchedulerJob> each) {
        return new Items("jobs", CONTROLLER, fields -> each.accept(fromController(fields)));
    }

    static Items ofAccounting(Consumer<SchedulerJob> each) {
        return new Items("jobs", ACCOUNTING, fields -> each.accept(fromAccounting(fields, UnaryOperator.identity())));
    }

    static Items ofRuns(Consumer<AccountedRun> each) {
        return new Items(
                "jobs",
                ACCOUNTING,
                fields -> each.accept(
                        new AccountedRun(fields.text("cluster"), fromAccounting(fields, JobReader::ofRun))));
    }

    private static SchedulerJob fromController(Fields job) {
        Times times = new Times(
                job.time("submit_time"), job.time("start_time"), job.time("end_time"), job.minutes("time_limit"));
        Course course = new Course(
                SlurmStates.job(job.words("job_state")),
                job.word("state_reason"),
                nodes(job.text("nodes"), job.text("batch_host")),
                ExitCode.of(job, "exit_code"));
        Allotment allotment = AllotmentReader.ofController(job, course.held());
        return job(job, new Sender(job.text("user_name"), job.text("comment")), course, times, allotment);
    }

    /** A job that was put back waits, but that run of it is over. */
    private static SchedulerState ofRun(SchedulerState job) {
        return job == SchedulerState.PENDING ? SchedulerState.UNKNOWN : job;
    }

    private static SchedulerJob fromAccounting(Fields job, UnaryOperator<SchedulerState> meant) {
        Fields time = job.object("time");
        Times times = new Times(time.time("submission"), time.time("start"), time.time("end"), time.minutes("limit"));
        Fields state = job.object("state");
        SchedulerState ended = meant.apply(SlurmStates.job(state.words("current")));
        // The accounting of v0.0.38 gives every script that ended by itself the status 0.
        Optional<Integer> exitCode =
                ExitCode.of(job, "exit_code").filter(code -> code != 0 || ended == SchedulerState.COMPLETED);
        Course course = new Course(ended, state.word("reason"), nodes(job.text("nodes"), ""), exitCode);
        Allotment allotment = AllotmentReader.ofAccounting(job, course.held());
        Sender sender = new Sender(job.text("user"), job.object("comment").text("job"));
        return job(job, sender, course, times, allotment);
    }

    private record Times(
            Optional<Instant> submitted, Optional<Instant> start, Optional<Instant> end, Optional<Duration> limit) {}

    private record Course(SchedulerState state, String reason, List<String> nodes, Optional<Integer> exitCode) {
        /** What a waiting job says of nodes and times is a plan; one that was cancelled while it waited never started. */
        boolean hasStarted() {
            return state != SchedulerState.PENDING && !nodes.isEmpty();
        }

        List<String> held() {
            return hasStarted() ? nodes : List.of();
        }
    }

    private record Sender(String user, String tag) {}

    private static SchedulerJob job(Fields job, Sender sender, Course course, Times times, Allotment allotment) {
        boolean started = course.hasStarted();
        boolean waiting = course.state() == SchedulerState.PENDING;
        return new SchedulerJob(
                job.number("job_id").map(String::valueOf).orElse(""),
                sender.user(),
                job.text("name"),
                sender.tag(),
                job.text("partition"),
                course.state(),
                course.reason(),
                course.held(),
                times.submitted(),
                started ? times.start() : Optional.empty(),
                waiting ? times.start() : Optional.empty(),
                waiting ? Optional.empty() : times.end(),
                times.limit(),
                course.state().isFinal() ? course.exitCode() : Optional.empty(),
                job.count("restart_cnt"),
                job.number("priority").orElse(0L),
                allotment);
    }

    private static List<String> nodes(String expression, String first) {
        List<String> nodes = NodeList.expand(expression);
        if (!nodes.contains(first)) {
            return nodes;
        }
        List<String> ordered = new ArrayList<>(nodes);
        ordered.remove(first);
        ordered.add(0, first);
        return ordered;
    }
}
