package org.carme.batch.submit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.carme.batch.Silence;
import org.carme.batch.Starts;
import org.carme.common.SettableClock;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.jobs.SubmissionSignal;
import org.carme.jobs.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which claimed starts are sent, and which go back. */
class SendStartsTest {
    private final SettableClock clock = new SettableClock();
    private final Queue<JobSummary> waiting = new ArrayDeque<>();
    private final List<Long> sent = new ArrayList<>();
    private final List<Long> givenBack = new ArrayList<>();
    private final SendStarts step = Silence.around(new SendStarts());
    private Predicate<JobSummary> arrival = job -> true;

    @BeforeEach
    void open() {
        LongStream.rangeClosed(1, 30).mapToObj(Starts::start).forEach(waiting::add);
        step.clock = clock;
        step.submissions = new Submissions() {
            @Override
            public List<JobSummary> claim(int limit) {
                List<JobSummary> claimed = waiting.stream().limit(limit).toList();
                waiting.removeAll(claimed);
                return claimed;
            }

            @Override
            public void notSent(JobId id) {
                givenBack.add(id.value());
            }
        };
        step.sender = new JobSender() {
            @Override
            boolean send(JobSummary job) {
                sent.add(job.id().value());
                return arrival.test(job);
            }
        };
        step.signal = new SubmissionSignal() {
            @Override
            public synchronized boolean awaitMore(Duration patience) {
                return false;
            }
        };
        step.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    ((Runnable) arguments[0]).run();
                    return CompletableFuture.completedFuture(null);
                });
    }

    @Test
    void sendsAllThatWait() {
        assertThat(step.process()).isEqualTo("SENT 30");
        assertThat(sent).isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(givenBack).isEmpty();
    }

    @Test
    void givesBackWhatWasNotTriedWhenTheSchedulerIsAway() {
        arrival = job -> job.id().value() < 3;

        assertThat(step.process()).isEqualTo("SENT 3");
        assertThat(sent).containsExactly(1L, 2L, 3L);
        assertThat(givenBack).isEqualTo(LongStream.rangeClosed(4, 20).boxed().toList());
        assertThat(waiting).hasSize(10);
    }

    @Test
    void sendsNothingThatMayBeTakenForAnAttemptOfUnknownEnd() {
        Duration slow = Duration.ofSeconds(10);
        arrival = job -> {
            if (job.id().value() <= 20) {
                clock.forward(slow);
            }
            return true;
        };

        step.process();

        assertThat(sent).startsWith(1L, 2L, 21L);
        assertThat(givenBack).isEqualTo(LongStream.rangeClosed(3, 20).boxed().toList());
        assertThat(slow.multipliedBy(2)).isLessThan(Submissions.UNCERTAIN_FOR);
    }

    @Test
    void leavesOneThatCannotBeSentToReconciling() {
        arrival = job -> {
            if (job.id().value() == 2) {
                throw new IllegalStateException("its image has no folder");
            }
            return true;
        };

        assertThat(step.process()).isEqualTo("SENT 29");
        assertThat(sent).hasSize(30);
        assertThat(givenBack).isEmpty();
        assertThat(Silence.skippedBy(step)).isEmpty();
        assertThat(Silence.saidBy(step)).singleElement().asString().contains("Start 2", "its image has no folder");
    }

    @Test
    void givesBackTheRestWhenItIsStopped() {
        arrival = job -> {
            step.stop();
            return true;
        };

        step.process();

        assertThat(sent).containsExactly(1L);
        assertThat(givenBack).hasSize(19);
        assertThat(waiting).hasSize(10);
    }
}
