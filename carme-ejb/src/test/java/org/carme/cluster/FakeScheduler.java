package org.carme.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerException.Refusal;

/**
 * A scheduler in memory: nodes node01 and node02 with four a100 each, node03 with two titan, partition gpu. Jobs wait
 * until the test starts, ends, forgets or loses them.
 */
public class FakeScheduler implements Scheduler {
    private static final String PARTITION = "gpu";
    private static final List<String> NODES = List.of("node01", "node02", "node03");

    private final Clock clock;
    private final Map<String, SchedulerJob> remembered = new LinkedHashMap<>();
    private final Map<String, SchedulerJob> accounted = new LinkedHashMap<>();
    private final Set<String> stateOnly = new HashSet<>();
    private final List<JobRequest> submissions = new ArrayList<>();
    private final Set<String> strangers = new HashSet<>(Set.of("nobody-here"));
    private Optional<SchedulerException> fault = Optional.empty();
    private Optional<SchedulerException> nextSubmission = Optional.empty();
    private final List<Node> nodes =
            new ArrayList<>(NODES.stream().map(TestNodes::fake).toList());
    private boolean losesNextAnswer;
    private long lastId;
    private Instant lastChange;

    public FakeScheduler(Clock clock) {
        this.clock = clock;
        this.lastChange = clock.instant();
    }

    /** Every call fails that way until {@link #heal()}. */
    public synchronized void fail(Kind kind) {
        fault = Optional.of(SchedulerException.notSent(kind, "as the test wants it", null));
    }

    public synchronized void heal() {
        fault = Optional.empty();
    }

    public synchronized void refuseNext(Refusal refusal, String words) {
        nextSubmission = Optional.of(new SchedulerException(refusal, words));
    }

    /** The next submission is accepted, but its answer does not arrive. */
    public synchronized void loseNextAnswer() {
        losesNextAnswer = true;
    }

    public synchronized void start(String id, String... nodes) {
        Instant now = clock.instant();
        change(id, job -> with(job, SchedulerState.RUNNING, List.of(nodes), Optional.empty(), Optional.of(now)));
    }

    public synchronized void end(String id, SchedulerState how, int exitCode) {
        change(id, job -> with(job, how, job.nodes(), Optional.of(exitCode), job.startedAt()));
    }

    /** Its node died, and the scheduler has put it back into the queue under the same id. */
    public synchronized void requeue(String id) {
        change(
                id,
                job -> new SchedulerJob(
                        job.id(),
                        job.user(),
                        job.name(),
                        job.tag(),
                        job.partition(),
                        SchedulerState.PENDING,
                        "BeginTime",
                        List.of(),
                        job.submittedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        job.timeLimit(),
                        Optional.empty(),
                        job.restarts() + 1,
                        job.priority(),
                        job.allotment()));
    }

    public synchronized void keepWaiting(String id, String reason) {
        change(id, job -> withReason(job, reason));
    }

    /** The controller no longer remembers the job, as some minutes after its end; its accounting does. */
    public synchronized void forget(String id) {
        remembered.remove(id);
        lastChange = clock.instant();
    }

    /** The accounting tells no more of the job than its state; tag and times may follow, or never come. */
    public synchronized void accountStateOnly(String id) {
        stateOnly.add(id);
    }

    /** What was missing in the accounting has come. */
    public synchronized void accountAll(String id) {
        stateOnly.remove(id);
    }

    /** Nobody knows the job any more and its id is given out again, as after a sudden death of the controller. */
    public synchronized void lose(String id) {
        remembered.remove(id);
        accounted.remove(id);
        lastId = Long.parseLong(id) - 1;
        lastChange = clock.instant();
    }

    public synchronized void doesNotKnow(String user) {
        strangers.add(user);
    }

    /** The node is no longer in the scheduler's configuration. */
    public synchronized void removeNode(String name) {
        nodes.removeIf(node -> node.name().equals(name));
    }

    /** The node is as given from now on. */
    public synchronized void putNode(Node changed) {
        removeNode(changed.name());
        nodes.add(changed);
    }

    /** @return what was accepted, in order */
    public synchronized List<JobRequest> submissions() {
        return List.copyOf(submissions);
    }

    @Override
    public synchronized String submit(ClusterUser user, JobRequest request) {
        check();
        nextSubmission.ifPresent(refusal -> {
            nextSubmission = Optional.empty();
            throw refusal;
        });
        if (!request.partition().equals(PARTITION)) {
            throw new SchedulerException(Refusal.PARTITION, "Invalid partition name specified");
        }
        if (request.resources().nodes() > NODES.size()) {
            throw new SchedulerException(Refusal.NODES, "Node count specification invalid");
        }
        submissions.add(request);
        lastId++;
        String id = String.valueOf(lastId);
        remembered.put(id, pending(id, user, request));
        change(id, UnaryOperator.identity());
        if (losesNextAnswer) {
            losesNextAnswer = false;
            throw new SchedulerException(Kind.UNREACHABLE, "the answer was lost", null);
        }
        return id;
    }

    @Override
    public synchronized Optional<SchedulerJob> find(String schedulerId) {
        check();
        return Optional.ofNullable(remembered.get(schedulerId));
    }

    @Override
    public synchronized Optional<List<SchedulerJob>> jobs(Instant changedSince) {
        check();
        return lastChange.isBefore(changedSince) ? Optional.empty() : Optional.of(List.copyOf(remembered.values()));
    }

    @Override
    public synchronized Optional<SchedulerJob> findAccounted(String schedulerId) {
        check();
        Optional<SchedulerJob> found = Optional.ofNullable(accounted.get(schedulerId));
        return stateOnly.contains(schedulerId) ? found.map(FakeScheduler::withStateOnly) : found;
    }

    @Override
    public synchronized List<SchedulerJob> accounted(Instant from) {
        check();
        return accounted.values().stream()
                .filter(job -> !job.submittedAt().orElseThrow().isBefore(from))
                .toList();
    }

    @Override
    public synchronized void ended(Instant from, Instant to, Consumer<AccountedRun> each) {
        check();
        accounted.values().stream()
                .filter(job -> job.state().isFinal() && job.startedAt().isPresent())
                .filter(job -> !job.endsAt().orElseThrow().isBefore(from))
                .filter(job -> job.endsAt().orElseThrow().isBefore(to))
                .forEach(job -> each.accept(new AccountedRun("fake", job)));
    }

    @Override
    public synchronized void cancel(ClusterUser user, String schedulerId) {
        check();
        SchedulerJob job = remembered.get(schedulerId);
        if (job != null && !job.user().equals(user.name())) {
            throw new SchedulerException(Kind.NOT_PERMITTED, "Access/permission denied", null);
        }
        cancelAsOperator(schedulerId);
    }

    @Override
    public synchronized void cancelAsOperator(String schedulerId) {
        check();
        SchedulerJob job = remembered.get(schedulerId);
        if (job != null && !job.state().isFinal()) {
            end(schedulerId, SchedulerState.CANCELLED, 0);
        }
    }

    @Override
    public synchronized void limitTime(String schedulerId, Duration limit) {
        check();
    }

    @Override
    public synchronized List<Node> nodes() {
        check();
        return List.copyOf(nodes);
    }

    @Override
    public synchronized List<Reservation> reservations() {
        check();
        return List.of();
    }

    @Override
    public synchronized List<Partition> partitions() {
        check();
        return List.of(new Partition(
                PARTITION,
                true,
                true,
                Optional.empty(),
                Optional.empty(),
                nodes.stream().map(Node::name).toList()));
    }

    @Override
    public synchronized boolean knowsUser(ClusterUser user) {
        check();
        return !strangers.contains(user.name());
    }

    @Override
    public synchronized List<AssociationLimits> limits() {
        check();
        return Stream.of("", "alice", "bob")
                .map(user -> new Association("carme", "lab", user, ""))
                .map(association -> new AssociationLimits(association, Optional.empty(), Map.of()))
                .toList();
    }

    @Override
    public synchronized String ping() {
        check();
        return "22.05.8-fake";
    }

    @Override
    public synchronized String probe(SchedulerPart part) {
        return ping();
    }

    private void check() {
        fault.ifPresent(exception -> {
            throw exception;
        });
    }

    private void change(String id, UnaryOperator<SchedulerJob> change) {
        SchedulerJob job = change.apply(remembered.get(id));
        remembered.put(id, job);
        accounted.put(id, job);
        lastChange = clock.instant();
    }

    private SchedulerJob pending(String id, ClusterUser user, JobRequest request) {
        return new SchedulerJob(
                id,
                user.name(),
                request.name(),
                request.tag(),
                request.partition(),
                SchedulerState.PENDING,
                "Priority",
                List.of(),
                Optional.of(clock.instant()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(request.timeLimit()),
                Optional.empty(),
                0,
                1,
                allotment(request));
    }

    private static Allotment allotment(JobRequest request) {
        JobRequest.Resources resources = request.resources();
        Map<String, Integer> accelerators = resources
                .acceleratorType()
                .map(type -> Map.of(type, resources.acceleratorsPerNode() * resources.nodes()))
                .orElse(Map.of());
        return new Allotment(
                request.account().orElse("lab"),
                1,
                resources.nodes(),
                resources.nodes() * resources.cpusPerNode(),
                resources.nodes() * resources.memoryMegabytesPerNode(),
                accelerators);
    }

    private SchedulerJob with(
            SchedulerJob job,
            SchedulerState state,
            List<String> nodes,
            Optional<Integer> exitCode,
            Optional<Instant> startedAt) {
        Optional<Instant> endsAt = state.isFinal()
                ? Optional.of(clock.instant())
                : startedAt.map(start -> start.plus(job.timeLimit().orElseThrow()));
        return new SchedulerJob(
                job.id(),
                job.user(),
                job.name(),
                job.tag(),
                job.partition(),
                state,
                "",
                nodes,
                job.submittedAt(),
                startedAt,
                Optional.empty(),
                endsAt,
                job.timeLimit(),
                exitCode,
                job.restarts(),
                job.priority(),
                job.allotment());
    }

    private static SchedulerJob withReason(SchedulerJob job, String reason) {
        return new SchedulerJob(
                job.id(),
                job.user(),
                job.name(),
                job.tag(),
                job.partition(),
                job.state(),
                reason,
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

    private static SchedulerJob withStateOnly(SchedulerJob job) {
        return new SchedulerJob(
                job.id(),
                job.user(),
                job.name(),
                "",
                job.partition(),
                job.state(),
                job.reason(),
                job.nodes(),
                job.submittedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                job.timeLimit(),
                job.exitCode(),
                job.restarts(),
                job.priority(),
                job.allotment());
    }
}
