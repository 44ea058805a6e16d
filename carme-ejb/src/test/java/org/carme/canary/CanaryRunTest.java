package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.carme.common.SettableClock;
import org.carme.entries.EntryPoint;
import org.carme.jobs.JobId;
import org.carme.jobs.JobNotFoundException;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CanaryRunTest {
    private static final JobId JOB = new JobId(7);

    private final SettableClock clock = new SettableClock();
    private final FakeJobs jobs = new FakeJobs();
    private final FakeStore store = new FakeStore();
    private final FakeVisit visit = new FakeVisit();
    private final List<String> told = new ArrayList<>();
    private Executor threads = Runnable::run;
    private volatile boolean stopped;

    /** A job that goes one state further each time somebody looks, up to the last one that is set. */
    private static final class FakeJobs extends CanaryJobs {
        private List<JobState> states = List.of(JobState.SUBMITTING, JobState.QUEUED, JobState.STARTING);
        private List<EntryPoint> services = List.of(entry("terminal", true), entry("jupyter", true));
        private int looks;
        private volatile boolean ended;
        private boolean refusing;
        private final CountDownLatch started = new CountDownLatch(1);
        private CountDownLatch hang = new CountDownLatch(0);

        @Override
        JobSummary start(long run) {
            if (refusing) {
                throw new JobNotFoundException(JOB);
            }
            started.countDown();
            awaitEnd(hang);
            ended = false;
            return job(JobState.SUBMITTING);
        }

        @Override
        JobSummary look(JobId id) {
            JobState state = states.get(Math.min(looks, states.size() - 1));
            looks++;
            return job(ended ? JobState.ENDED : state);
        }

        @Override
        void stopUpTo(long run) {
            ended = run >= 1;
        }

        @Override
        List<EntryPoint> entryPoints(JobSummary job) {
            return services;
        }

        @Override
        URI ticket(JobId id, EntryPoint entry) {
            return URI.create("http://gateway/" + entry.name());
        }
    }

    private static final class FakeStore extends CanaryStore {
        private final List<Stage> passed = new ArrayList<>();

        @Override
        void showLife(long run) {
            assertThat(run).isEqualTo(1);
        }

        @Override
        void passed(long run, Stage stage, Duration time) {
            passed.add(stage);
        }
    }

    /** The gateway has trouble for so many visits, and the kernel says something. */
    private static final class FakeVisit implements Visit {
        private int trouble;
        private Optional<String> said = Optional.of("2");
        private CountDownLatch hang = new CountDownLatch(0);

        @Override
        public void open() throws IOException {
            awaitEnd(hang);
            if (trouble-- > 0) {
                throw new IOException("The service answers with 502");
            }
        }

        @Override
        public void calculate() {
            assertThat(trouble).isNegative();
        }

        @Override
        public Optional<String> sum() {
            return said;
        }

        @Override
        public void leave() {
            said = Optional.empty();
        }
    }

    private static EntryPoint entry(String name, boolean ready) {
        return new EntryPoint("key", name, name, "pi-book", ready, false, Optional.empty());
    }

    private static JobSummary job(JobState state) {
        Optional<String> slurm = state == JobState.SUBMITTING ? Optional.empty() : Optional.of("42");
        Optional<JobOutcome> outcome = state == JobState.ENDED ? Optional.of(JobOutcome.FAILED) : Optional.empty();
        return new JobSummary(
                JOB,
                "key",
                "tag",
                "carla",
                6003,
                "self-test-1",
                "CPU",
                Optional.empty(),
                0,
                1,
                "base",
                "1",
                Optional.empty(),
                state,
                outcome,
                "Resources",
                slurm,
                List.of(),
                Duration.ofMinutes(15),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                StagedData.NONE);
    }

    private boolean isIn(Stage stage) {
        return !told.isEmpty() && told.get(told.size() - 1).equals(stage + " begins");
    }

    /** Other attempts need no time of a clock that goes on only while they do. */
    private static void run(Runnable attempt, boolean mayHang) {
        if (mayHang) {
            new Thread(attempt).start();
        } else {
            attempt.run();
        }
    }

    private static void awaitEnd(CountDownLatch hang) {
        try {
            hang.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class FakeHost implements CanaryHost {
        @Override
        public boolean isStopped() {
            return stopped;
        }

        @Override
        public CompletableFuture<Boolean> begin(Supplier<Boolean> attempt) {
            return CompletableFuture.supplyAsync(attempt, threads);
        }

        @Override
        public void await(Runnable action) {
            throw new AssertionError("Only who runs tests tells of them");
        }

        @Override
        public void begins(Stage stage) {
            told.add(stage + " begins");
        }

        @Override
        public void passed(Stage stage, Duration time) {
            told.add(stage + " passed");
        }

        @Override
        public void failed(Stage stage, Duration time, String why) {
            told.add(stage + " failed: " + why);
        }
    }

    private Optional<StageFailedException> run() {
        CanaryRun.Watch watch = new CanaryRun.Watch(clock, () -> clock.forward(Duration.ofSeconds(1)), new FakeHost());
        return new CanaryRun(jobs, store, (ticket, key, service) -> visit, watch, 1).go();
    }

    @Test
    void passesEveryStageAndLeavesNoJob() {
        assertThat(run()).isEmpty();
        assertThat(store.passed).containsExactly(Stage.values());
        assertThat(jobs.ended).isTrue();
    }

    @Test
    void passesWithoutANotebookWhereThereIsNone() {
        jobs.services = List.of(entry("terminal", true));

        assertThat(run()).isEmpty();
        assertThat(store.passed).doesNotContain(Stage.KERNEL).contains(Stage.ENTRY_POINT, Stage.STOP);
    }

    @Test
    void triesAgainWhatDoesNotWorkAtOnce() {
        visit.trouble = 3;

        assertThat(run()).isEmpty();
    }

    @Test
    void failsWhereSlurmKeepsTheJobWaitingAndStopsIt() {
        jobs.states = List.of(JobState.SUBMITTING, JobState.QUEUED);

        Optional<StageFailedException> failure = run();

        assertThat(failure).map(StageFailedException::stage).contains(Stage.SLURM);
        assertThat(failure).map(StageFailedException::getMessage).contains("Resources");
        assertThat(store.passed).containsExactly(Stage.START, Stage.STOP);
        assertThat(jobs.ended).isTrue();
    }

    @Test
    void doesNotWaitForAJobThatHasEnded() {
        jobs.states = List.of(JobState.QUEUED, JobState.ENDED);
        Instant begin = clock.instant();

        assertThat(run()).map(StageFailedException::getMessage).contains("The job has ended: FAILED Resources");
        assertThat(clock.instant()).isBefore(begin.plusSeconds(5));
    }

    @Test
    void failsWithoutAgent() {
        jobs.services = List.of();

        assertThat(run()).map(StageFailedException::stage).contains(Stage.AGENT);
    }

    @Test
    void saysWhatTheGatewaySaidLast() {
        visit.trouble = Integer.MAX_VALUE;

        Optional<StageFailedException> failure = run();

        assertThat(failure).map(StageFailedException::stage).contains(Stage.ENTRY_POINT);
        assertThat(failure).map(StageFailedException::getMessage).contains("The service answers with 502");
    }

    @Test
    void failsIfTheKernelIsWrong() {
        visit.said = Optional.of("3");

        assertThat(run()).map(StageFailedException::stage).contains(Stage.KERNEL);
    }

    @Test
    void failsIfTheStartIsRefused() {
        jobs.refusing = true;

        assertThat(run()).map(StageFailedException::stage).contains(Stage.START);
        assertThat(jobs.ended).isTrue();
    }

    @Test
    void endsAtOnceWhenItIsStopped() {
        stopped = true;
        jobs.states = List.of(JobState.QUEUED);
        Instant begin = clock.instant();

        run();

        assertThat(clock.instant()).isBefore(begin.plusSeconds(5));
        assertThat(jobs.ended).isTrue();
    }

    @Test
    void tellsWhereItIs() {
        jobs.states = List.of(JobState.SUBMITTING, JobState.QUEUED);

        run();

        assertThat(told)
                .containsExactly(
                        "START begins",
                        "START passed",
                        "SLURM begins",
                        "SLURM failed: Resources",
                        "STOP begins",
                        "STOP passed");
    }

    @Test
    @Timeout(30)
    void failsWhereTheGatewayHangs() {
        threads = attempt -> run(attempt, isIn(Stage.ENTRY_POINT));
        visit.hang = new CountDownLatch(1);

        Optional<StageFailedException> failure = run();

        assertThat(failure).map(StageFailedException::stage).contains(Stage.ENTRY_POINT);
        visit.hang.countDown();
    }

    @Test
    @Timeout(30)
    void undoesAStartThatComesAfterItWasGivenUp() throws InterruptedException {
        jobs.hang = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        threads = attempt -> {
            Runnable counted = () -> {
                attempt.run();
                done.countDown();
            };
            run(isIn(Stage.START) ? counted : attempt, isIn(Stage.START));
            awaitEnd(jobs.started);
        };

        assertThat(run()).map(StageFailedException::getMessage).contains("There is no answer");
        jobs.ended = false;
        jobs.hang.countDown();

        done.await();
        assertThat(jobs.ended).isTrue();
    }

    @Test
    void knowsItsJobsByTheirNames() {
        assertThat(CanaryJobs.number("self-test-12")).isEqualTo(12);
        assertThat(CanaryJobs.number("my-self-test-12")).isEqualTo(Long.MAX_VALUE);
        assertThat(CanaryJobs.number("self-test-9999999999999999999")).isEqualTo(Long.MAX_VALUE);
    }
}
