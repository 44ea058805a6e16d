package org.carme.batch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carme.batch.Silence;
import org.carme.batch.Starts;
import org.carme.jobs.Extensions;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RepeatExtensionsTest {
    private static final long POISON = 1;
    private static final long AWAY = 3;

    private final List<Long> sent = new ArrayList<>();

    @Test
    void goesOnWithOthersWhereOneCannotBeExtended() {
        RepeatExtensions step = step(Silence.around(new RepeatExtensions()));

        assertThat(step.process()).isEqualTo("EXTENDED 2");
        assertThat(sent).containsExactly(2L, 4L);
        assertThat(Silence.skippedBy(step)).containsExactly("1");
    }

    @Test
    void extendsAloneTheJobThatIsTriedAgain() {
        assertThat(step(Silence.around(new RepeatExtensions(), "4")).process()).isEqualTo("EXTENDED 1");
        assertThat(sent).containsExactly(4L);
    }

    @Test
    void extendsNothingOnceStopped() {
        RepeatExtensions step = step(Silence.around(new RepeatExtensions()));
        step.stop();

        assertThat(step.process()).isEqualTo("EXTENDED 0");
        assertThat(sent).isEmpty();
    }

    @Test
    @Timeout(30)
    void hearsAStopWhileTheSchedulerHangs() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        RepeatExtensions step = Silence.around(new RepeatExtensions());
        step.extensions = new Extensions() {
            @Override
            public List<JobSummary> claimUncertain(Predicate<JobSummary> wanted) {
                return List.of(Starts.start(2L), Starts.start(4L));
            }

            @Override
            public boolean repeat(JobSummary job) {
                asked.countDown();
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return sent.add(job.id().value());
            }
        };
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(step::process);
        asked.await();

        step.stop();

        assertThat(ended.join()).isEqualTo("EXTENDED 0");
        assertThat(sent).isEmpty();
        answer.countDown();
    }

    private RepeatExtensions step(RepeatExtensions step) {
        step.extensions = new Extensions() {
            @Override
            public List<JobSummary> claimUncertain(Predicate<JobSummary> wanted) {
                return Stream.of(POISON, 2L, AWAY, 4L)
                        .map(Starts::start)
                        .filter(wanted)
                        .toList();
            }

            @Override
            public boolean repeat(JobSummary job) {
                if (job.id().value() == POISON) {
                    throw new IllegalStateException("poison");
                }
                return job.id().value() != AWAY && sent.add(job.id().value());
            }
        };
        return step;
    }
}
