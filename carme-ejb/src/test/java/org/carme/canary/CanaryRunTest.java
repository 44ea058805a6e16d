package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.common.SettableClock;
import org.carme.entries.EntryPoint;
import org.carme.jobs.JobId;
import org.carme.jobs.JobNotFoundException;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;
import org.junit.jupiter.api.Test;

class CanaryRunTest {
    private static final JobId JOB = new JobId(7);

    private final SettableClock clock = new SettableClock();
    private final FakeJobs jobs = new FakeJobs();
    private final FakeStore store = new FakeStore();
    private final FakeVisit visit = new FakeVisit();
    private boolean stopped;

    /** A job that goes one state further each time somebody looks, up to the last one that is set. */
    private static final class FakeJobs extends CanaryJobs {
        private List<JobState> states = List.of(JobState.SUBMITTING, JobState.QUEUED, JobState.STARTING);
        private List<EntryPoint> services = List.of(entry("terminal", true), entry("jupyter", true));
        private int looks;
        private boolean ended;
        private boolean refusing;

        @Override
        JobSummary start(long run) {
            if (refusing) {
                throw new JobNotFoundException(JOB);
            }
            return job(JobState.SUBMITTING);
        }

        @Override
        JobSummary look(JobId id) {
            JobState state = states.get(Math.min(looks, states.size() - 1));
            looks++;
            return job(ended ? JobState.ENDED : state);
        }

        @Override
        void stopAll() {
            ended = true;
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

        @Override
        public void open() throws IOException {
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

    private Optional<StageFailedException> run() {
        CanaryRun.Watch watch = new CanaryRun.Watch(clock, () -> clock.forward(Duration.ofSeconds(1)), () -> stopped);
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
}
