package org.carme.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody waits for the disk with the backups. */
@Timeout(60)
class BackupLooksTest {
    private static final String NAME = "carme-20261127T023000Z.h2.zip";

    @TempDir
    Path folder;

    private final CountDownLatch disk = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();
    private final BackupLooks silent = new BackupLooks() {
        @Override
        Executor executor() {
            return look -> new Thread(look).start();
        }

        @Override
        List<Backup> list(Path path) {
            looks.incrementAndGet();
            try {
                disk.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.list(path);
        }
    };

    @BeforeEach
    void have() throws Exception {
        Files.writeString(folder.resolve(NAME), "everything");
        Files.writeString(folder.resolve(NAME + ".sha256"), "sum");
        silent.settings = new BackupSettings(Optional.of(folder), 2);
    }

    @AfterEach
    void end() {
        disk.countDown();
    }

    @Test
    void passOverABackupThatIsJustBeingRemoved() throws IOException {
        String old = NAME.replace("27T", "26T");
        Files.writeString(folder.resolve(old + ".sha256"), "");
        Files.createSymbolicLink(folder.resolve(old), folder.resolve("gone"));

        assertThat(new BackupFolder(folder).all()).extracting(Backup::name).containsExactly(NAME);
    }

    @Test
    void saysThatTheFolderDoesNotAnswerAndAsksItOnlyOnce() {
        assertThat(silent.all()).isEmpty();

        long begun = System.nanoTime();
        assertThat(silent.all()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(looks).hasValue(1);
    }

    @Test
    void looksAgainOnceTheFolderHasAnswered() throws InterruptedException {
        assertThat(silent.all()).isEmpty();

        disk.countDown();
        Optional<List<Backup>> found = silent.all();
        while (found.isEmpty()) {
            Thread.sleep(10);
            found = silent.all();
        }
        assertThat(found.get()).extracting(Backup::name).containsExactly(NAME);
    }

    @Test
    void doesNotTakeAFolderThatCannotBeReadForAnEmptyOne() {
        BackupLooks looking = new BackupLooks() {
            @Override
            Executor executor() {
                return Runnable::run;
            }

            @Override
            List<Backup> list(Path path) {
                throw new UncheckedIOException(new AccessDeniedException(path.toString()));
            }
        };
        looking.settings = silent.settings;

        assertThat(looking.all()).isEmpty();
    }
}
