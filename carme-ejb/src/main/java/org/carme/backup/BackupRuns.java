package org.carme.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The steps of the batch job {@code back-up-database}. Each may run again; what was not found good is thrown away. A disk
 * that does not answer may hold one that nobody waits for any more: it touches nothing of later ones then.
 */
@ApplicationScoped
public class BackupRuns {
    static final String JOB = "back-up-database";
    static final String CHECK_STEP = "check";
    private static final Pattern KEPT = Pattern.compile("KEPT ([^, ]+), .*");
    private static final Pattern NO_ROOM = Pattern.compile("No space left on device|Disk quota exceeded");
    private static final int BUFFER = 1 << 16;

    /** One that works and one that hangs: a dead disk does not take a thread more with each attempt. */
    private static final int AT_A_TIME = 2;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    @Inject
    BackupSettings settings;

    @Inject
    Dumps dumps;

    @Inject
    Clock clock;

    /** What one step does in the folder. */
    private interface Step<T> {
        T run(BackupFolder folder) throws IOException, SQLException;
    }

    public boolean areOn() {
        return settings.isOn();
    }

    /**
     * Writes the database to a file that is not yet one of the backups.
     *
     * @param run by which {@link #check} finds it
     * @param stopped asked now and then; nothing is left once it said yes
     * @return the name of the file, empty if it was stopped before there was one
     * @throws BackupFailedException if that cannot be done; nothing is left then, either
     */
    public String write(long run, BooleanSupplier stopped) {
        return attempt(folder -> {
            String ending = dumps.present().ending();
            Optional<Path> begun = folder.begin(run, clock.instant(), ending, stopped);
            if (begun.isPresent()) {
                write(run, begun.get(), folder, stopped);
            }
            return begun.map(Path::getFileName).map(Path::toString).orElse("");
        });
    }

    private void write(long run, Path file, BackupFolder folder, BooleanSupplier stopped)
            throws IOException, SQLException {
        try {
            dumps.present().write(file, stopped);
            if (!stopped.getAsBoolean()) {
                folder.finish(run, file);
            }
        } finally {
            OwnFiles.remove(file.getParent());
        }
    }

    /**
     * Reads the file as a restore would, and makes it one of the backups.
     *
     * @param stopped asked now and then; nothing has changed once it said yes
     * @return what became of it, as instances of other machines read it in the history; empty if it was stopped
     * @throws BackupFailedException if it is not good; it is removed then
     */
    public Optional<String> check(long run, BooleanSupplier stopped) {
        return attempt(folder -> {
            Path file = folder.made(run)
                    .orElseThrow(() -> new BackupFailedException("There is no file to check; run the job anew"));
            try {
                return check(file, folder, stopped);
            } catch (IOException | SQLException | BackupFailedException e) {
                if (!stopped.getAsBoolean()) {
                    folder.abandon(run);
                }
                throw e;
            }
        });
    }

    private Optional<String> check(Path file, BackupFolder folder, BooleanSupplier stopped)
            throws IOException, SQLException {
        Dump dump = dumps.present();
        Contents contents = dump.read(file, stopped);
        String digest = digest(file, stopped);
        if (stopped.getAsBoolean()) {
            return Optional.empty();
        }
        requireWhole(contents);
        folder.publish(file, checksum(file, dump, contents.schema(), digest));
        return Optional.of("KEPT " + file.getFileName() + ", "
                + contents.tables().size() + " TABLES, " + contents.rows() + " ROWS");
    }

    /** @return how many older backups were removed */
    public int rotate() {
        return attempt(folder -> folder.rotate(settings.kept(), clock.instant()));
    }

    /** @return the name of the backup that {@link #check} has kept when it said that */
    static Optional<String> kept(String words) {
        return Stream.of(words)
                .map(KEPT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    private void requireWhole(Contents contents) throws SQLException {
        Set<String> missing = new TreeSet<>(dumps.tables());
        missing.removeAll(contents.tables());
        if (!missing.isEmpty() || contents.schema().isEmpty()) {
            throw new BackupFailedException(
                    missing.isEmpty() ? "The backup has no version" : "The backup lacks tables: " + missing);
        }
    }

    /** In the form of {@code sha256sum}, for which the first lines are comments. */
    private static String checksum(Path file, Dump dump, String schema, String digest) {
        return "# database: " + dump.kind() + "\n# schema: " + schema + "\n" + digest + "  " + file.getFileName()
                + "\n";
    }

    private static String digest(Path file, BooleanSupplier stopped) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
                byte[] buffer = new byte[BUFFER];
                while (!stopped.getAsBoolean() && stream.read(buffer) >= 0) {
                    // reading is all that it takes
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T attempt(Step<T> step) {
        BackupFolder folder = new BackupFolder(settings.folder()
                .orElseThrow(() -> new BackupFailedException("Backups are off: carme.backup.folder is empty")));
        if (!places.tryAcquire()) {
            throw new BackupFailedException("Earlier attempts still wait for the disk of carme.backup.folder or for the"
                    + " database; once these answer, run the job again");
        }
        try {
            return step.run(folder);
        } catch (IOException | SQLException e) {
            String why = isForWantOfRoom(e)
                    ? "the disk of " + settings.folder().orElseThrow()
                            + " is full; make room there, then run the job again"
                    : e.getMessage();
            throw new BackupFailedException("There is no new backup: " + why, e);
        } finally {
            places.release();
        }
    }

    /** As Linux and MariaDB's client say it; in another language their own words have to do. */
    private static boolean isForWantOfRoom(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .anyMatch(words -> NO_ROOM.matcher(words).find());
    }
}
