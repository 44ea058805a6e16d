package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a self-test that is to stop. */
class CanaryRunsTest {
    private static final long RUN = 7;

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CanaryRuns runs = new CanaryRuns();
    private volatile boolean stopped;

    /** Nothing is answered before the end. */
    private final class HangingJobs extends CanaryJobs {
        @Override
        boolean areHeld() {
            return false;
        }

        @Override
        void stopUpTo(long run) {
            if (run == RUN) {
                awaitEnd();
            }
            done.add("stopped up to " + run);
        }

        @Override
        JobSummary start(long run) {
            hanging.countDown();
            awaitEnd();
            done.add("started");
            throw new IllegalStateException("away");
        }
    }

    private final class Store extends CanaryStore {
        @Override
        Optional<Long> begin() {
            return Optional.of(RUN);
        }

        @Override
        void showLife(long run) {
            assertThat(run).isEqualTo(RUN);
        }

        @Override
        void forget(long run) {
            done.add("forgotten " + run);
        }
    }

    private final class Host implements CanaryHost {
        @Override
        public boolean isStopped() {
            return stopped;
        }

        @Override
        public CompletableFuture<Boolean> begin(Supplier<Boolean> attempt) {
            return CompletableFuture.supplyAsync(attempt, run -> new Thread(run).start());
        }

        @Override
        public void await(Runnable action) {
            throw new AssertionError("Nobody is told of a test that was stopped");
        }

        @Override
        public void begins(Stage stage) {
            done.add("begins " + stage);
        }

        @Override
        public void passed(Stage stage, Duration time) {
            throw new AssertionError("Nothing passes");
        }

        @Override
        public void failed(Stage stage, Duration time, String why) {
            done.add("failed " + stage);
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(30)
    void hearsAStopWhileTheStartHangsAndItsCancellingToo() throws InterruptedException {
        runs.settings = new CanarySettings(Optional.of("carla"), Optional.of("CPU"));
        runs.jobs = new HangingJobs();
        runs.store = new Store();
        runs.clock = Clock.systemUTC();
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(() -> runs.run(new Host()));
        hanging.await();

        Instant asked = Instant.now();
        stopped = true;

        assertThat(ended.join()).isEqualTo("STOPPED");
        assertThat(done).containsExactly("begins START", "stopped up to 6", "failed START", "forgotten 7");
        assertThat(Instant.now()).isBefore(asked.plusSeconds(10));
        end.countDown();
    }
}
