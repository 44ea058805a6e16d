package org.carme.batch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.carme.batch.Silence;
import org.carme.batch.Starts;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerJob;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which of the scheduler's jobs with a tag are cancelled, and which are left alone. */
class FindDoublesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ClusterUser ALICE = new ClusterUser(Starts.OWNER, Starts.OWNER_UID);
    private static final ClusterUser MALLORY = new ClusterUser("mallory", 7002);
    private static final String OURS = Starts.start(1).tag();

    private final FakeScheduler scheduler = new FakeScheduler(Clock.fixed(NOW, ZoneOffset.UTC)) {
        @Override
        public synchronized void cancelAsOperator(String schedulerId) {
            if (schedulerId.equals(clung)) {
                throw new SchedulerException(SchedulerException.Refusal.OTHER, "Not now");
            }
            super.cancelAsOperator(schedulerId);
        }
    };
    private final FindDoubles step = Silence.around(new FindDoubles());
    private final List<JobSummary> rows = new ArrayList<>();
    private String clung = "";

    @BeforeEach
    void open() {
        step.registry = new Rows();
        step.scheduler = scheduler;
        step.tagged = new TaggedJobs();
        step.tagged.scheduler = scheduler;
    }

    @Test
    void cancelsADoubleOfAJobThatRuns() {
        send(ALICE, OURS);
        send(ALICE, OURS);
        rows.add(Starts.start(1, JobState.RUNNING, Optional.of("1")));

        assertThat(step.process()).isEqualTo("DOUBLES 1 LATE 0 ORPHANS 0");
        assertThat(going()).containsExactly("1");
    }

    @Test
    @Timeout(30)
    void hearsAStopWhileTheSchedulerHangs() throws InterruptedException {
        send(ALICE, OURS);
        rows.add(Starts.start(1, JobState.ENDED, Optional.empty()));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        step.scheduler = new FakeScheduler(Clock.fixed(NOW, ZoneOffset.UTC)) {
            @Override
            public synchronized void cancelAsOperator(String schedulerId) {
                asked.countDown();
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(step::process);
        asked.await();

        step.stop();

        assertThat(ended.join()).isEqualTo("DOUBLES 0 LATE 0 ORPHANS 0");
        answer.countDown();
    }

    @Test
    void cancelsWhatArrivedAfterItsStartHadEnded() {
        send(ALICE, OURS);
        rows.add(Starts.start(1, JobState.ENDED, Optional.empty()));

        assertThat(step.process()).isEqualTo("DOUBLES 0 LATE 1 ORPHANS 0");
        assertThat(going()).isEmpty();
        assertThat(step.process()).isEqualTo("DOUBLES 0 LATE 0 ORPHANS 0");
    }

    @Test
    void cancelsNothingThatIsJustSentOrThatIsRegistered() {
        send(ALICE, OURS);
        send(ALICE, Starts.start(2).tag());
        rows.add(Starts.start(1));
        rows.add(Starts.start(2, JobState.ENDED, Optional.of("2")));

        assertThat(step.process()).isEqualTo("DOUBLES 0 LATE 0 ORPHANS 0");
        assertThat(going()).containsExactly("1", "2");
    }

    @Test
    void goesOnAfterOneThatCannotBeCancelled() {
        send(ALICE, OURS);
        send(ALICE, OURS);
        rows.add(Starts.start(1, JobState.ENDED, Optional.empty()));
        clung = "1";

        assertThat(step.process()).isEqualTo("DOUBLES 0 LATE 1 ORPHANS 0");
        assertThat(going()).containsExactly("1");
    }

    @Test
    void leavesJobsOfOtherPortalsAndOtherPeopleAlone() {
        send(ALICE, "carme:of another portal");
        send(ALICE, "");
        send(MALLORY, OURS);
        rows.add(Starts.start(1, JobState.ENDED, Optional.empty()));

        assertThat(step.process()).isEqualTo("DOUBLES 0 LATE 0 ORPHANS 1");
        assertThat(going()).containsExactly("1", "2", "3");
    }

    @Test
    void asksTheSchedulerBeforeItReadsRows() {
        step.registry = new Rows() {
            @Override
            public List<JobSummary> atTheScheduler() {
                send(ALICE, "carme:sent meanwhile");
                return super.atTheScheduler();
            }
        };

        assertThat(step.process()).isEqualTo("DOUBLES 0 LATE 0 ORPHANS 0");
    }

    private void send(ClusterUser user, String tag) {
        scheduler.submit(user, Starts.request(tag));
    }

    private List<String> going() {
        return scheduler.jobs(Instant.EPOCH).orElseThrow().stream()
                .filter(job -> !job.state().isFinal())
                .map(SchedulerJob::id)
                .toList();
    }

    private class Rows extends JobRegistry {
        @Override
        public List<JobSummary> atTheScheduler() {
            return rows.stream()
                    .filter(job -> job.state() != JobState.SUBMITTING && job.state() != JobState.ENDED)
                    .toList();
        }

        @Override
        public List<JobSummary> byTags(List<String> tags) {
            return rows.stream().filter(job -> tags.contains(job.tag())).toList();
        }
    }
}
