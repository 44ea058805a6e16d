package org.carme.batch.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.carme.batch.Silence;
import org.carme.canary.CanaryHost;
import org.carme.canary.CanaryRuns;
import org.carme.canary.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunSelfTestTest {
    private final RunSelfTest step = Silence.around(new RunSelfTest());

    @Test
    void writesALineForEachStageAndCountsThoseThatAreLeftOutAsDone() {
        step.canary = new CanaryRuns() {
            @Override
            public String run(CanaryHost host) {
                host.begins(Stage.START);
                host.passed(Stage.START, Duration.ofMillis(412));
                host.begins(Stage.SLURM);
                host.failed(Stage.SLURM, Duration.ofMinutes(5), "Resources");
                host.begins(Stage.STOP);
                host.failed(Stage.STOP, Duration.ofMinutes(1), "");
                return "FAILED";
            }
        };

        step.process();

        assertThat(Silence.saidBy(step))
                .containsExactly(
                        "Stage 1 of 6, start, begins",
                        "Passed start after 0.4 s",
                        "Stage 2 of 6, slurm, begins",
                        "Failed at slurm after 300.0 s: Resources",
                        "Stage 6 of 6, stop, begins",
                        "Failed at stop after 60.0 s");
        assertThat(Silence.progressOf(step)).containsExactly(6L, 1L, 1L, 3L, 1L);
    }

    @Test
    @Timeout(10)
    void handsAStopOnAndWaitsNoMoreForWhatHangs() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        step.canary = new CanaryRuns() {
            @Override
            public String run(CanaryHost host) {
                host.await(() -> {
                    asked.countDown();
                    awaitEnd(answer);
                });
                return host.isStopped() ? "STOPPED" : "PASSED";
            }
        };
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(step::process);
        asked.await();

        step.stop();

        assertThat(ended.join()).isEqualTo("STOPPED");
        answer.countDown();
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
