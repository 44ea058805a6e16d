package org.carme.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.JobRequest;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.common.SettableClock;
import org.carme.jobs.JobId;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches the database of what the scheduler says, and when. */
class JobWatchTest {
    private static final ClusterUser ALICE = new ClusterUser("alice", 7001);

    private final SettableClock clock = new SettableClock();
    private final FakeScheduler scheduler = new FakeScheduler(clock);
    private final Records records = new Records();
    private final JobWatch watch = new JobWatch();

    @BeforeEach
    void begin() {
        submit();
        watch.scheduler = scheduler;
        watch.registry = records;
        watch.clock = clock;
        watch.queue = new QueueStatus();
        watch.outside = new OutsideWatch();
        watch.outside.queue = watch.queue;
    }

    private void submit() {
        String id = scheduler.submit(
                ALICE,
                new JobRequest(
                        "job",
                        "tag",
                        "gpu",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new JobRequest.Resources(1, Optional.empty(), 0, 1, 100),
                        Duration.ofHours(1),
                        "#!/bin/sh",
                        Map.of(),
                        "/",
                        "/dev/null"));
        records.jobs.add(job(id));
    }

    @Test
    void writesWhatHasChangedAndNothingElse() {
        watch.look();
        watch.look();
        scheduler.start("1", "node01");
        watch.look();
        watch.look();

        assertThat(records.written).containsExactly(SchedulerState.PENDING, SchedulerState.RUNNING);
    }

    @Test
    void writesWhatHasChangedOfManyInFewParts() {
        for (int i = 1; i < 250; i++) {
            submit();
        }
        watch.look();
        watch.look();
        assertThat(records.parts).containsExactly(200, 50);

        scheduler.start("7", "node01");
        watch.look();
        assertThat(records.parts).containsExactly(200, 50, 1);
        assertThat(records.written).endsWith(SchedulerState.RUNNING).hasSize(251);
    }

    @Test
    void writesAgainWhatTheDatabaseDidNotTake() {
        records.away = true;
        assertThatThrownBy(watch::look).isInstanceOf(IllegalStateException.class);
        records.away = false;
        watch.look();

        assertThat(records.written).containsExactly(SchedulerState.PENDING);
    }

    @Test
    void writesAnEndUntilItIsKept() {
        scheduler.end("1", SchedulerState.CANCELLED, 0);
        watch.look();
        watch.look();

        assertThat(records.written).containsExactly(SchedulerState.CANCELLED, SchedulerState.CANCELLED);
    }

    @Test
    void asksTheAccountingHowAForgottenJobEnded() {
        scheduler.end("1", SchedulerState.TIMED_OUT, 0);
        scheduler.forget("1");
        watch.look();

        assertThat(records.written).containsExactly(SchedulerState.TIMED_OUT);
        assertThat(records.lost).isEmpty();
    }

    @Test
    void waitsForTheTagFromWhenItWasFirstMissed() {
        endWithoutTag();
        watch.look();
        clock.forward(Duration.ofMinutes(1));
        watch.look();
        assertThat(records.lost).isEmpty();
        scheduler.accountAll("1");
        watch.look();

        assertThat(records.written).containsExactly(SchedulerState.CANCELLED);
        assertThat(records.lost).isEmpty();
    }

    @Test
    void givesAJobUpOfWhichTheTagNeverComes() {
        endWithoutTag();
        watch.look();
        clock.forward(Duration.ofSeconds(61));
        watch.look();

        assertThat(records.written).isEmpty();
        assertThat(records.lost).containsExactly(new JobId(1));
    }

    @Test
    void givesAJobUpThatNobodyKnows() {
        scheduler.lose("1");
        watch.look();

        assertThat(records.lost).containsExactly(new JobId(1));
    }

    private void endWithoutTag() {
        scheduler.end("1", SchedulerState.CANCELLED, 0);
        scheduler.accountStateOnly("1");
        scheduler.forget("1");
        clock.forward(Duration.ofHours(1));
    }

    private static JobSummary job(String schedulerId) {
        return new JobSummary(
                new JobId(Long.parseLong(schedulerId)),
                "key",
                "tag",
                "alice",
                7001,
                "job",
                "CPU",
                Optional.empty(),
                0,
                1,
                "base",
                "1",
                Optional.empty(),
                JobState.QUEUED,
                Optional.empty(),
                "",
                Optional.of(schedulerId),
                List.of(),
                Duration.ofHours(1),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                StagedData.NONE);
    }

    /** A database that may be away. */
    private static final class Records extends JobRegistry {
        private final List<SchedulerState> written = new ArrayList<>();
        private final List<JobId> lost = new ArrayList<>();
        private final List<JobSummary> jobs = new ArrayList<>();
        private final List<Integer> parts = new ArrayList<>();
        private boolean away;

        @Override
        public List<JobSummary> atTheScheduler() {
            return List.copyOf(jobs);
        }

        @Override
        public void observe(JobId id, SchedulerJob reported) {
            if (away) {
                throw new IllegalStateException("away");
            }
            written.add(reported.state());
        }

        @Override
        public void observe(Map<JobId, SchedulerJob> reported) {
            parts.add(reported.size());
            reported.values().forEach(job -> written.add(job.state()));
        }

        @Override
        public void lost(JobId id) {
            lost.add(id);
        }
    }
}
