package org.carme.batch.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.carme.advisories.AdvisoryChecks;
import org.carme.batch.Silence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckAdvisoriesTest {
    private final CheckAdvisories step = Silence.around(new CheckAdvisories());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** The folder's disk does not answer, and goes on when nobody waits any more. */
    private final class DeadDisk extends AdvisoryChecks {
        @Override
        public String run(BooleanSupplier stopped, IntConsumer progress, Consumer<String> lines) {
            progress.accept(3);
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            progress.accept(5);
            lines.accept("late");
            over.countDown();
            return "READ 5";
        }
    }

    @Test
    @Timeout(30)
    void hearsAStopWhileItsFolderHangs() throws InterruptedException {
        step.checks = new DeadDisk();
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(step::process);
        asked.await();

        step.stop();

        assertThat(ended.join()).isEqualTo("STOPPED");
        answer.countDown();
        over.await();
        assertThat(Silence.saidBy(step)).containsExactly("Stopped; advisories read: 3");
    }
}
