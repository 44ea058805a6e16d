package org.carme.batch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.carme.batch.Silence;
import org.carme.batch.Starts;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerException.Refusal;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.jobs.Submissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the wish to stop when the scheduler did not hear it. */
class RepeatCancelsTest {
    private static final ClusterUser ALICE = new ClusterUser(Starts.OWNER, Starts.OWNER_UID);

    private final Slurm slurm = new Slurm();
    private final RepeatCancels step = stopping(Silence.around(new RepeatCancels()));

    @Test
    void cancelsAsTheOwner() {
        submit(1);
        submit(2);

        assertThat(step.process()).isEqualTo("CANCELLED 2");
        assertThat(running("1")).isFalse();
        assertThat(running("2")).isFalse();
    }

    @Test
    void cancelsItselfForAnOwnerWhomSlurmNoLongerKnows() {
        submit(1);
        submit(2);
        slurm.forgetTheOwner();

        assertThat(step.process()).isEqualTo("CANCELLED 2");
        assertThat(running("1")).isFalse();
    }

    @Test
    void leavesAnotherJobThatHasTheNumberNow() {
        submit(3);
        submit(2);
        slurm.forgetTheOwner();

        step.process();

        assertThat(running("1")).isTrue();
        assertThat(running("2")).isFalse();
    }

    @Test
    void goesOnAfterOneThatCannotBeCancelled() {
        submit(1);
        submit(2);
        slurm.forgetTheOwner();
        slurm.clingTo("1");

        assertThat(step.process()).isEqualTo("CANCELLED 1");
        assertThat(running("2")).isFalse();
        assertThatThrownBy(stopping(Silence.around(new RepeatCancels(), "1"))::process)
                .isInstanceOf(SchedulerException.class);
    }

    @Test
    void failsWhileTheSchedulerIsAway() {
        submit(1);
        slurm.fail(Kind.UNREACHABLE);

        assertThatThrownBy(step::process).isInstanceOf(SchedulerException.class);
    }

    @Test
    @Timeout(30)
    void hearsAStopWhileTheSchedulerHangs() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        step.scheduler = new FakeScheduler(Clock.systemUTC()) {
            @Override
            public synchronized void cancel(ClusterUser user, String schedulerId) {
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

        assertThat(ended.join()).isEqualTo("CANCELLED 0");
        answer.countDown();
    }

    private RepeatCancels stopping(RepeatCancels step) {
        step.scheduler = slurm;
        step.submissions = new Submissions() {
            @Override
            public List<JobSummary> toCancel() {
                return List.of(stopped(1), stopped(2));
            }
        };
        return step;
    }

    private static JobSummary stopped(long id) {
        return Starts.start(id, JobState.ENDING, Optional.of(Long.toString(id)));
    }

    private boolean running(String id) {
        return !slurm.find(id).orElseThrow().state().isFinal();
    }

    private void submit(long job) {
        slurm.submit(ALICE, Starts.request(Starts.start(job).tag()));
    }

    private static final class Slurm extends FakeScheduler {
        private final Set<String> clung = new HashSet<>();
        private boolean knowsTheOwner = true;

        Slurm() {
            super(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
        }

        void forgetTheOwner() {
            knowsTheOwner = false;
        }

        void clingTo(String id) {
            clung.add(id);
        }

        @Override
        public synchronized void cancel(ClusterUser user, String schedulerId) {
            if (!knowsTheOwner) {
                throw new SchedulerException(Kind.BAD_TOKEN, "Authentication failure", null);
            }
            super.cancel(user, schedulerId);
        }

        @Override
        public synchronized void cancelAsOperator(String schedulerId) {
            if (clung.contains(schedulerId)) {
                throw new SchedulerException(Refusal.OTHER, "Not now");
            }
            super.cancelAsOperator(schedulerId);
        }
    }
}
