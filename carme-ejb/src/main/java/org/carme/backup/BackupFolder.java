package org.carme.backup;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder with the backups. One that is being made lies in a folder of its own inside. Each attempt has another one,
 * as one that nobody waits for any more may come to life again when its disk does. What is whole goes to where the
 * next step finds it by the number of the job's instance, and moves out with its checksum when it is good.
 */
final class BackupFolder {
    private static final Logger LOG = System.getLogger(BackupFolder.class.getName());

    private static final String CHECKSUM = ".sha256";
    private static final String MAKING = ".making-";
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("carme-(\\d{8}T\\d{6}Z)\\.[a-z0-9.]+(?<!\\" + CHECKSUM + ")");

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param stopped asked before anything is removed: what is there once it said yes may be a later attempt's
     * @return the path of the file that is to be made, in an empty folder of its own; what earlier attempts have left is
     *     gone. Empty once it is stopped
     */
    Optional<Path> begin(long run, Instant at, String ending, BooleanSupplier stopped) throws IOException {
        OwnFiles.createFolders(folder);
        for (Path entry : entries()) {
            String name = entry.getFileName().toString();
            if (stopped.getAsBoolean()) {
                return Optional.empty();
            }
            if (name.equals(MAKING + run) || name.startsWith(MAKING + run + ".")) {
                OwnFiles.remove(entry);
            }
        }
        Path attempt = folder.resolve(MAKING + run + "." + UUID.randomUUID());
        OwnFiles.createFolders(attempt);
        return Optional.of(attempt.resolve(name(at, ending)));
    }

    /** The file is whole. One that an earlier attempt of the same execution has finished meanwhile is as good. */
    void finish(long run, Path written) throws IOException {
        Path attempt = written.getParent();
        try {
            Files.move(attempt, making(run), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (made(run).isEmpty()) {
                throw e;
            }
            OwnFiles.remove(attempt);
        }
    }

    /** Of two within a second the later one has the name of the next. */
    private String name(Instant at, String ending) {
        String name = "carme-" + TIME.format(at) + ending;
        return Files.exists(beside(folder.resolve(name))) ? name(at.plusSeconds(1), ending) : name;
    }

    /** @return what that execution has made so far */
    Optional<Path> made(long run) throws IOException {
        return Files.isDirectory(making(run)) ? names(making(run)).stream().findFirst() : Optional.empty();
    }

    /**
     * The checksum first: a backup that is seen has one. One that an interrupted attempt has left there is its own. Its
     * folder goes if it is empty: if it is not, it is that of a later attempt by now.
     */
    void publish(Path made, String checksum) throws IOException {
        Path beside = OwnFiles.create(beside(made));
        Files.writeString(beside, checksum);
        OwnFiles.keep(beside);
        OwnFiles.keep(made);
        Files.move(beside, folder.resolve(beside.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Files.move(made, folder.resolve(made.getFileName()));
        try {
            Files.deleteIfExists(made.getParent());
        } catch (DirectoryNotEmptyException e) {
            LOG.log(Level.INFO, "{0} is of another attempt", made.getParent());
        }
    }

    void abandon(long run) throws IOException {
        OwnFiles.remove(making(run));
    }

    /** @return newest first; none if there is no such folder */
    List<Backup> all() throws IOException {
        List<Backup> found = new ArrayList<>();
        for (Path file : Files.isDirectory(folder) ? names(folder) : List.<Path>of()) {
            read(file).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Backup::at).reversed());
        return List.copyOf(found);
    }

    /** @return empty for what is not a backup yet, or is just being removed */
    private static Optional<Backup> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            return Files.exists(beside(file))
                    ? Optional.of(new Backup(name, time(name), Files.size(file)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Removes all but the newest, and what executions that nobody restarts have left. */
    int rotate(int kept, Instant now) throws IOException {
        List<Backup> old = all().stream().skip(kept).toList();
        for (Backup backup : old) {
            Path file = folder.resolve(backup.name());
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside(file));
        }
        for (Path entry : entries()) {
            boolean making = entry.getFileName().toString().startsWith(MAKING);
            if (making && Files.getLastModifiedTime(entry).toInstant().isBefore(now.minus(ABANDONED))) {
                OwnFiles.remove(entry);
            }
        }
        return old.size();
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private Path making(long run) {
        return folder.resolve(MAKING + run);
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + CHECKSUM);
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static Instant time(String name) {
        return begun(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** @return when the backup of that name was begun; empty if no backup has such a name */
    static Optional<Instant> begun(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? Optional.of(TIME.parse(parts.group(1), Instant::from)) : Optional.empty();
    }
}
