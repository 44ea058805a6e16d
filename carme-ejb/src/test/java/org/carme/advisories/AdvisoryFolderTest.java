package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of a folder that holds anything. */
class AdvisoryFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    private final InstalledPackages installed = new InstalledPackages();
    private final Tally tally = new Tally();
    private final List<String> found = new ArrayList<>();

    @BeforeEach
    void begin() {
        installed.add(1, "pkg:pypi/a@1");
    }

    @Test
    void readsFilesAndArchives() throws IOException {
        Files.writeString(folder.resolve("one.json"), advisory("T-1", "a", "2026-10-01T00:00:00Z"));
        Files.createDirectory(folder.resolve("PyPI"));
        archive("PyPI/all.zip", Map.of("T-2.json", advisory("T-2", "a", "2026-10-02T00:00:00Z"), "notes.txt", "x"));
        Files.writeString(folder.resolve("README"), "no advisory");

        read();

        assertThat(found).containsExactlyInAnyOrder("T-1", "T-2");
        assertThat(tally.skipped()).isZero();
        assertThat(tally.sources())
                .containsExactlyInAnyOrder(
                        new DataSource("*.json", 1, Instant.parse("2026-10-01T00:00:00Z")),
                        new DataSource("PyPI/all.zip", 1, Instant.parse("2026-10-02T00:00:00Z")));
    }

    @Test
    void givesWhatConcernsSomebodyOnceFromTheNewestFile() throws IOException {
        Files.writeString(folder.resolve("a.json"), advisory("T-1", "a", "2026-01-01T00:00:00Z"));
        Files.writeString(folder.resolve("b.json"), advisory("T-1", "a", "2026-01-02T00:00:00Z"));
        Files.writeString(folder.resolve("c.json"), advisory("T-3", "other", "2030-01-01T00:00:00Z"));
        Files.setLastModifiedTime(folder.resolve("a.json"), FileTime.from(NOW));
        Files.setLastModifiedTime(folder.resolve("b.json"), FileTime.from(NOW.plusSeconds(9)));

        List<Instant> times = new ArrayList<>();
        new AdvisoryFolder(folder, installed, tally, NOW).read(one -> times.add(one.modified()), () -> {});

        assertThat(times).containsExactly(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(tally.read()).isEqualTo(3);
        assertThat(tally.concerned()).isEqualTo(1);
        assertThat(tally.sources().get(0).asOf()).as("not in the future").isEqualTo(NOW);
    }

    @Test
    void goesOnBehindWhatItCannotRead() throws IOException {
        archive(
                "all.zip",
                Map.of(
                        "broken.json", "{\"id\":",
                        "gone.json", "{\"id\":\"T-9\",\"withdrawn\":\"2026-01-01T00:00:00Z\"}",
                        "T-2.json", advisory("T-2", "a", "2026-10-02T00:00:00Z")));
        Files.writeString(folder.resolve("cut.zip"), "PK no archive");

        read();

        assertThat(found).containsExactly("T-2");
        assertThat(tally.reasons())
                .containsExactly(
                        new Skipped(SkipReason.WITHDRAWN, 1, List.of("all.zip:gone.json")),
                        new Skipped(SkipReason.NOT_JSON, 1, List.of("all.zip:broken.json")),
                        new Skipped(SkipReason.UNREADABLE, 1, List.of("cut.zip")));
    }

    /** Fifty megabytes of blanks are fifty kilobytes in an archive. */
    @Test
    void unpacksNoBomb() throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve("bomb.zip"));
                ZipOutputStream archive = new ZipOutputStream(file)) {
            archive.putNextEntry(new ZipEntry("bomb.json"));
            for (int i = 0; i < 50; i++) {
                archive.write(new byte[1 << 20]);
            }
            archive.putNextEntry(new ZipEntry("T-2.json"));
            archive.write(advisory("T-2", "a", "2026-10-02T00:00:00Z").getBytes(StandardCharsets.UTF_8));
        }

        read();

        assertThat(found).containsExactly("T-2");
        assertThat(tally.reasons())
                .containsExactly(new Skipped(SkipReason.TOO_LARGE, 1, List.of("bomb.zip:bomb.json")));
    }

    @Test
    void countsAllButNamesTheFirst() throws IOException {
        for (int i = 0; i < 9; i++) {
            Files.writeString(folder.resolve(i + ".json"), "[]");
        }

        read();

        assertThat(tally.reasons()).hasSize(1).first().satisfies(skipped -> {
            assertThat(skipped.count()).isEqualTo(9);
            assertThat(skipped.examples()).hasSize(5);
        });
    }

    @Test
    void failsWithoutAFolder() {
        AdvisoryFolder nowhere = new AdvisoryFolder(folder.resolve("nowhere"), installed, tally, NOW);

        assertThatThrownBy(() -> nowhere.read(advisory -> {}, () -> {})).isInstanceOf(UncheckedIOException.class);
    }

    private void read() {
        new AdvisoryFolder(folder, installed, tally, NOW).read(advisory -> found.add(advisory.code()), () -> {});
    }

    private void archive(String name, Map<String, String> entries) throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                archive.putNextEntry(new ZipEntry(entry.getKey()));
                archive.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String advisory(String code, String software, String modified) {
        return "{\"id\":\"%s\",\"modified\":\"%s\",\"affected\":[{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"%s\"},\"versions\":[\"1\"]}]}"
                .formatted(code, modified, software);
    }
}
