package org.carme.advisories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A folder with advisories: single files and ZIP archives of them, also in folders inside. The newest file is read first,
 * so that of an advisory that is there twice the newer one counts. One advisory is in memory at a time.
 */
final class AdvisoryFolder {
    private static final int LARGEST = 10 << 20;
    private static final long LARGEST_ARCHIVE = 16L << 30;
    private static final int DEEPEST = 3;

    private final Path folder;
    private final InstalledPackages installed;
    private final Tally tally;
    private final Instant now;
    private final Set<String> concerning = new HashSet<>();

    AdvisoryFolder(Path folder, InstalledPackages installed, Tally tally, Instant now) {
        this.folder = folder;
        this.installed = installed;
        this.tally = tally;
        this.now = now;
    }

    /**
     * Gives those that concern an image, each once.
     *
     * @param each is called after each file of advisories; both may throw to end it
     * @throws UncheckedIOException if there is no such folder
     */
    void read(Consumer<OsvAdvisory> found, Runnable each) {
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            try {
                if (isOf(file, ".zip")) {
                    readArchive(file, name, found, each);
                } else {
                    readSingle(file, name, found);
                    each.run();
                }
            } catch (IOException e) {
                tally.skip(SkipReason.UNREADABLE, name);
            }
        }
    }

    private List<Path> files() {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> isOf(file, ".zip") || isOf(file, ".json"))
                    .sorted(Comparator.comparing(AdvisoryFolder::changed)
                            .reversed()
                            .thenComparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private void readSingle(Path file, String name, Consumer<OsvAdvisory> found) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            take(stream.readNBytes(LARGEST + 1), "*.json", name, found);
        }
    }

    private void readArchive(Path file, String name, Consumer<OsvAdvisory> found, Runnable each) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            long left = LARGEST_ARCHIVE;
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements() && left > 0) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().endsWith(".json")) {
                    left -= readEntry(archive, entry, name, found);
                    each.run();
                }
            }
            if (left <= 0) {
                tally.skip(SkipReason.TOO_LARGE, name);
            }
        }
    }

    /** @return how long it is, as far as it was read */
    private int readEntry(ZipFile archive, ZipEntry entry, String name, Consumer<OsvAdvisory> found)
            throws IOException {
        String place = name + ":" + entry.getName();
        try (InputStream stream = archive.getInputStream(entry)) {
            byte[] content = stream.readNBytes(LARGEST + 1);
            take(content, name, place, found);
            return content.length;
        } catch (ZipException e) {
            tally.skip(SkipReason.UNREADABLE, place);
            return 0;
        }
    }

    private void take(byte[] content, String source, String place, Consumer<OsvAdvisory> found) {
        try {
            if (content.length > LARGEST) {
                throw new SkippedException(SkipReason.TOO_LARGE);
            }
            OsvAdvisory advisory = OsvReader.read(content, installed);
            tally.read(source, advisory, now);
            if (!advisory.matches().isEmpty() && concerning.add(advisory.code())) {
                tally.concerns();
                found.accept(advisory);
            }
        } catch (SkippedException e) {
            tally.skip(e.reason(), place);
        }
    }
}
