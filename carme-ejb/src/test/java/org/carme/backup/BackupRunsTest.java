package org.carme.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupRunsTest {
    @TempDir
    Path place;

    private final SettableClock clock = new SettableClock();
    private final FakeDump dump = new FakeDump();
    private final BackupRuns runs = new BackupRuns();
    private Path folder;

    /** Writes a word, or as much of it as the disk takes. */
    private static final class FakeDump implements Dump {
        private Contents contents = new Contents("33", Set.of("jobs", "users"), 5);
        private boolean full;
        private Optional<Runnable> meanwhile = Optional.empty();

        @Override
        public String kind() {
            return "fake";
        }

        @Override
        public String ending() {
            return ".sql.gz";
        }

        @Override
        public void write(Path file, BooleanSupplier stopped) throws IOException {
            Files.writeString(file, "everything");
            interrupt();
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public Contents read(Path file, BooleanSupplier stopped) {
            interrupt();
            return contents;
        }

        private void interrupt() {
            Optional<Runnable> once = meanwhile;
            meanwhile = Optional.empty();
            once.ifPresent(Runnable::run);
        }
    }

    @BeforeEach
    void have() {
        folder = place.resolve("backups");
        runs.clock = clock;
        runs.settings = new BackupSettings(Optional.of(folder), 2);
        runs.dumps = new Dumps() {
            @Override
            Dump present() {
                return dump;
            }

            @Override
            Set<String> tables() {
                return Set.of("jobs", "users");
            }
        };
    }

    private void backUp(long run) {
        runs.write(run, () -> false);
        runs.check(run, () -> false);
        runs.rotate();
        clock.forward(Duration.ofSeconds(1));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void keepsBothOfTwoWithinASecond() throws IOException {
        for (int run = 1; run <= 2; run++) {
            runs.write(run, () -> false);
            runs.check(run, () -> false);
        }
        assertThat(files()).hasSize(4);
    }

    @Test
    void makesABackupOfWhatWasInterruptedBehindItsChecksum() throws IOException {
        runs.write(1, () -> false);
        try (Stream<Path> made = Files.list(folder.resolve(".making-1"))) {
            String name = made.findFirst().orElseThrow().getFileName().toString();
            Files.writeString(folder.resolve(name + ".sha256"), "half");
        }
        runs.check(1, () -> false);

        assertThat(files()).hasSize(2);
    }

    @Test
    void isABackupOnlyOnceItWasRead() throws IOException {
        runs.write(1, () -> false);
        assertThat(new BackupFolder(folder).all()).isEmpty();

        String said = runs.check(1, () -> false).orElseThrow();
        assertThat(said).endsWith(".sql.gz, 2 TABLES, 5 ROWS");
        assertThat(new BackupFolder(folder).all())
                .extracting(Backup::name)
                .containsExactly(BackupRuns.kept(said).orElseThrow());
    }

    @Test
    void hasAChecksumThatProgramsUnderstandAndSaysItsVersion() throws IOException {
        backUp(1);

        String name = new BackupFolder(folder).all().get(0).name();
        assertThat(Files.readAllLines(folder.resolve(name + ".sha256")))
                .containsExactly(
                        "# database: fake",
                        "# schema: 33",
                        "a0a44ed8cfc32b7e61befeb99bbff7706808c3fe4dcdf4750a8addb3ffcd4008  " + name);
    }

    @Test
    void isReadByNobodyElse() throws IOException {
        backUp(1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String name : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsTheNewestOnes() throws IOException {
        backUp(1);
        String first = files().get(0);
        backUp(2);
        backUp(3);

        assertThat(new BackupFolder(folder).all())
                .hasSize(2)
                .extracting(Backup::name)
                .doesNotContain(first);
        assertThat(files()).hasSize(4).noneMatch(name -> name.startsWith(first));
    }

    @Test
    void leavesTheOlderOnesAndNoHalfFileWhenTheDiskIsFull() throws IOException {
        backUp(1);
        List<String> before = files();
        dump.full = true;

        assertThatThrownBy(() -> runs.write(2, () -> false))
                .isInstanceOf(BackupFailedException.class)
                .hasMessage("There is no new backup: the disk of " + folder
                        + " is full; make room there, then run the job again");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void throwsAwayWhatLacksATable() throws IOException {
        dump.contents = new Contents("33", Set.of("jobs"), 5);
        runs.write(1, () -> false);

        assertThatThrownBy(() -> runs.check(1, () -> false)).hasMessageContaining("[users]");
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingWhenItIsStopped() throws IOException {
        runs.write(1, () -> true);

        assertThat(files()).isEmpty();
    }

    @Test
    void beginsAnewAfterACrash() throws IOException {
        runs.write(1, () -> false);
        clock.forward(Duration.ofMinutes(1));

        backUp(1);

        assertThat(files()).hasSize(2);
    }

    /** The disk hangs, whoever waits gives up and begins again, and then the disk answers both. */
    @Test
    void leavesALaterAttemptAloneWhenOneThatWasGivenUpComesToLife() throws IOException {
        boolean[] stopped = {false};
        dump.meanwhile = Optional.of(() -> {
            stopped[0] = true;
            clock.forward(Duration.ofSeconds(1));
            runs.write(1, () -> false);
        });

        runs.write(1, () -> stopped[0]);

        assertThat(files()).containsExactly(".making-1");
        assertThat(runs.check(1, () -> false)).isPresent();
        assertThat(files()).hasSize(2);
    }

    @Test
    void leavesALaterAttemptAloneWhenItHadNotEvenBegun() throws IOException {
        runs.write(1, () -> false);
        AtomicInteger asked = new AtomicInteger();

        runs.write(1, () -> asked.incrementAndGet() > 0);

        assertThat(files()).as("what may be a later attempt's").containsExactly(".making-1");
        assertThat(runs.check(1, () -> false)).isPresent();
    }

    @Test
    void leavesALaterAttemptAloneWhenItsCheckComesToLife() throws IOException {
        boolean[] stopped = {false};
        runs.write(1, () -> false);
        dump.contents = new Contents("33", Set.of("jobs"), 5);
        dump.meanwhile = Optional.of(() -> {
            stopped[0] = true;
            clock.forward(Duration.ofSeconds(1));
            runs.write(1, () -> false);
        });

        assertThatThrownBy(() -> runs.check(1, () -> stopped[0])).isInstanceOf(BackupFailedException.class);
        dump.contents = new Contents("33", Set.of("jobs", "users"), 5);

        assertThat(runs.check(1, () -> false)).isPresent();
        assertThat(files()).hasSize(2);
    }

    @Test
    void takesTheWholeFileThatAnEarlierAttemptHasFinished() throws IOException {
        dump.meanwhile = Optional.of(() -> runs.write(1, () -> false));
        runs.write(1, () -> false);

        assertThat(files()).containsExactly(".making-1");
        assertThat(runs.check(1, () -> false)).isPresent();
        assertThat(files()).hasSize(2);
    }

    @Test
    void leavesWhatIsDeadToTheNextAttempt() throws IOException {
        Files.createDirectories(folder.resolve(".making-1.killed"));
        Files.createDirectories(folder.resolve(".making-12.alive"));

        runs.write(1, () -> false);

        assertThat(files()).containsExactly(".making-1", ".making-12.alive");
    }

    @Test
    void refusesFurtherAttemptsWhileTheDiskHangs() {
        List<String> refused = new ArrayList<>();
        dump.meanwhile = Optional.of(() -> {
            dump.meanwhile = Optional.of(() -> assertThatThrownBy(() -> runs.write(3, () -> false))
                    .isInstanceOf(BackupFailedException.class)
                    .satisfies(failure -> refused.add(failure.getMessage())));
            runs.write(2, () -> false);
        });

        runs.write(1, () -> false);

        assertThat(refused).singleElement().asString().contains("carme.backup.folder");
        runs.write(3, () -> false);
    }
}
