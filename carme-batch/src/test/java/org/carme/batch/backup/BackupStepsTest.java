package org.carme.batch.backup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.carme.backup.BackupRuns;
import org.carme.batch.Silence;
import org.carme.batch.Step;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder's disk does not answer. */
class BackupStepsTest {
    private static final class DeadDisk extends BackupRuns {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);

        @Override
        public boolean areOn() {
            return true;
        }

        @Override
        public String write(long run, BooleanSupplier stopped) {
            return hang("carme-1.h2.zip");
        }

        @Override
        public Optional<String> check(long run, BooleanSupplier stopped) {
            return hang(Optional.of("KEPT"));
        }

        @Override
        public int rotate() {
            return hang(1);
        }

        private <T> T hang(T late) {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return late;
        }
    }

    static Stream<Step> steps() {
        JobContext job = (JobContext) Proxy.newProxyInstance(
                BackupStepsTest.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> 1L);
        WriteBackup write = new WriteBackup();
        write.job = job;
        CheckBackup check = new CheckBackup();
        check.job = job;
        return Stream.of(write, check, new RotateBackups()).map(Silence::around);
    }

    @ParameterizedTest
    @MethodSource("steps")
    @Timeout(30)
    void hearAStop(Step step) throws InterruptedException {
        DeadDisk disk = new DeadDisk();
        give(step, disk);
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(step::process);
        disk.asked.await();

        step.stop();

        assertThat(ended.join()).isEqualTo("STOPPED");
        disk.answer.countDown();
    }

    private static void give(Step step, BackupRuns disk) {
        if (step instanceof WriteBackup write) {
            write.backups = disk;
        } else if (step instanceof CheckBackup check) {
            check.backups = disk;
        } else {
            ((RotateBackups) step).backups = disk;
        }
    }
}
