package org.carme.canary;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.carme.common.CarmeException;
import org.carme.database.Retry;
import org.carme.entries.EntryPoint;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/**
 * One self-test: its job goes through the stages, one after the other, and is stopped whatever becomes of it. Each attempt
 * has a thread of its own, which is given up if it hangs; what comes of it then ends with what it has begun.
 */
final class CanaryRun {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    /** What is not cancelled by then goes on to be, on its thread; or the next test stops it. */
    private static final Duration PARTING = Duration.ofSeconds(5);

    private static final Set<JobState> OVER = EnumSet.of(JobState.ENDING, JobState.ENDED);
    private static final Set<JobState> GOING = EnumSet.of(JobState.STARTING, JobState.RUNNING);
    private static final String NOTEBOOK = "jupyter";
    private static final String SUM = "2";

    private final CanaryJobs jobs;
    private final CanaryStore store;
    private final Visitors visitors;
    private final Watch watch;
    private final long run;
    private volatile Stage stage = Stage.START;
    private volatile String seen = "";
    private Instant alive;
    private volatile JobSummary job;
    private volatile EntryPoint entry;
    private volatile Visit visit;
    private volatile boolean asked;
    private volatile boolean cancelled;
    private volatile boolean leaving;

    /** How somebody comes to a service with a ticket. */
    interface Visitors {
        Visit visit(URI ticket, String jobKey, String service) throws IOException;
    }

    /** What time it is, how it goes on, and for whom. */
    record Watch(Clock clock, Runnable pause, CanaryHost host) {}

    /** Tries to bring a stage to its end; fails if it is of no use to try again. */
    private interface Attempt {
        /** @return whether the stage is over */
        boolean make() throws IOException;
    }

    CanaryRun(CanaryJobs jobs, CanaryStore store, Visitors visitors, Watch watch, long run) {
        this.jobs = jobs;
        this.store = store;
        this.visitors = visitors;
        this.watch = watch;
        this.run = run;
        this.alive = watch.clock().instant();
    }

    /** @return what went wrong first */
    Optional<StageFailedException> go() {
        Optional<StageFailedException> failure = attempt(this::use);
        Optional<StageFailedException> left = attempt(this::leave);
        return failure.or(() -> left);
    }

    private static Optional<StageFailedException> attempt(Runnable part) {
        try {
            part.run();
            return Optional.empty();
        } catch (StageFailedException e) {
            return Optional.of(e);
        }
    }

    private void use() {
        pass(Stage.START, this::isSent);
        pass(Stage.SLURM, () -> GOING.contains(look().state()));
        pass(Stage.AGENT, this::hasReported);
        pass(Stage.ENTRY_POINT, this::isOpen);
        if (entry.name().startsWith(NOTEBOOK)) {
            pass(Stage.KERNEL, this::isCalculated);
        }
    }

    private void leave() {
        leaving = true;
        if (visit != null) {
            visit.leave();
        }
        if (job == null || isStopped()) {
            bring(Stage.STOP, this::isCancelled);
        } else {
            pass(
                    Stage.STOP,
                    () -> isCancelled() && (isStopped() || jobs.look(job.id()).state() == JobState.ENDED));
        }
    }

    private boolean isSent() {
        if (job == null) {
            start();
        }
        return look().slurmJobId().isPresent();
    }

    /** A start that was given up and comes late is undone here; one that came in time is stopped at the end of the test. */
    private void start() {
        jobs.stopUpTo(run - 1);
        if (leaving) {
            throw new StageFailedException(stage, "It was stopped");
        }
        job = jobs.start(run);
        if (leaving) {
            jobs.stopUpTo(run);
        }
    }

    private boolean isCancelled() {
        if (!cancelled) {
            jobs.stopUpTo(run);
            cancelled = true;
        }
        return true;
    }

    private boolean hasReported() {
        look();
        return !jobs.entryPoints(job).isEmpty();
    }

    /** @throws StageFailedException if the job has ended before its time */
    private JobSummary look() {
        job = jobs.look(job.id());
        seen = job.reason();
        if (OVER.contains(job.state())) {
            throw new StageFailedException(
                    stage, "The job has ended: " + job.outcome().map(Enum::name).orElse("") + " " + job.reason());
        }
        return job;
    }

    /** A notebook is preferred, because it can say more. */
    private boolean isOpen() throws IOException {
        look();
        List<EntryPoint> known = jobs.entryPoints(job);
        entry = known.stream()
                .filter(one -> !one.idle())
                .min(Comparator.comparing((EntryPoint one) -> !one.name().startsWith(NOTEBOOK))
                        .thenComparing(EntryPoint::name))
                .orElseThrow(() -> new IOException("The agent has no services any more"));
        if (!entry.ready()) {
            seen = entry.failure().map(why -> entry.title() + ": " + why).orElse(entry.title() + " is not ready");
            return false;
        }
        visit = visitors.visit(jobs.ticket(job.id(), entry), job.key(), entry.name());
        visit.open();
        return true;
    }

    private boolean isCalculated() throws IOException {
        if (!asked) {
            visit.calculate();
            asked = true;
            seen = "The kernel does not answer";
        }
        Optional<String> sum = visit.sum();
        if (sum.filter(said -> !said.equals(SUM)).isPresent()) {
            throw new StageFailedException(stage, "The kernel says that 1+1 is " + sum.get());
        }
        return sum.isPresent();
    }

    private void pass(Stage next, Attempt attempt) {
        watch.host().begins(next);
        Instant begin = watch.clock().instant();
        try {
            bring(next, attempt);
        } catch (StageFailedException e) {
            watch.host().failed(next, since(begin), e.getMessage());
            throw e;
        }
        Duration time = since(begin);
        if (!isStopped()) {
            Retry.onConflict(() -> store.passed(run, next, time));
            watch.host().passed(next, time);
        }
    }

    private void bring(Stage next, Attempt attempt) {
        stage = next;
        seen = "";
        Instant begin = watch.clock().instant();
        while (!isOver(attempt, begin)) {
            goOn(begin, seen);
        }
    }

    private boolean isOver(Attempt attempt, Instant begin) {
        Thread waiting = Thread.currentThread();
        CompletableFuture<Boolean> coming = watch.host().begin(() -> isMade(attempt));
        // ends the pause, whatever has come
        CompletableFuture<Void> unused =
                coming.handle((over, failure) -> null).thenRun(() -> LockSupport.unpark(waiting));
        while (!coming.isDone()) {
            goOn(begin, seen.isEmpty() ? "There is no answer" : seen);
        }
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** Whatever is refused or away may be there a moment later. */
    private boolean isMade(Attempt attempt) {
        try {
            return attempt.make();
        } catch (IOException | CarmeException e) {
            seen = e.getMessage();
            return false;
        }
    }

    private void goOn(Instant begin, String trouble) {
        if (stage != Stage.STOP && isStopped()) {
            throw new StageFailedException(stage, "It was stopped");
        }
        Duration patience = isStopped() ? PARTING : stage.patience();
        if (watch.clock().instant().isAfter(begin.plus(patience))) {
            throw new StageFailedException(stage, trouble);
        }
        watch.pause().run();
        showLife();
    }

    private Duration since(Instant begin) {
        return Duration.between(begin, watch.clock().instant());
    }

    private boolean isStopped() {
        return watch.host().isStopped();
    }

    private void showLife() {
        Instant now = watch.clock().instant();
        if (now.isAfter(alive.plus(SIGN_OF_LIFE))) {
            Retry.onConflict(() -> store.showLife(run));
            alive = now;
        }
    }
}
