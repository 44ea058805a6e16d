package org.carme.diskuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskUseServiceTest {
    private static final String FEED = """
            {"version": 1, "timestamp": 1764180000.25, "quotas": [
              {"user": "alice", "path": "/home/alice", "total_block_usage": 950, "block_limit": 1000,
               "total_file_usage": 5, "file_limit": 100},
              {"type": "fileset", "user": "alice", "path": "/projects/vision", "block_usage": 1, "total_block_usage": 7,
               "block_limit": 0, "total_file_usage": 3}]}
            """;

    @TempDir
    Path folder;

    private final DiskUseService service = new DiskUseService();
    private int second;

    @Test
    void tellsEverybodyTheirOwn() throws IOException {
        begin(FEED);

        DiskReport report = service.of("alice").orElseThrow();

        assertThat(report.asOf()).isEqualTo(Instant.ofEpochSecond(1764180000));
        assertThat(report.disks())
                .containsExactly(
                        new DiskUse("/home/alice", 972_800, OptionalLong.of(1_024_000), 5, OptionalLong.of(100)),
                        new DiskUse("/projects/vision", 7168, OptionalLong.empty(), 3, OptionalLong.empty()));
        assertThat(report.disks()).extracting(DiskUse::isNearlyFull).containsExactly(true, false);
        assertThat(service.of("bob")).isEmpty();
    }

    @Test
    void warnsOfTheLimitThatIsNearer() {
        DiskUse many = new DiskUse("/home", 1, OptionalLong.of(100), 96, OptionalLong.of(100));
        DiskUse few = new DiskUse("/home", 94, OptionalLong.of(100), 1, OptionalLong.of(100));

        assertThat(many.isNearlyFull()).isTrue();
        assertThat(few.isNearlyFull()).isFalse();
        assertThat(few.percent()).isEqualTo(94);
    }

    @Test
    void followsTheFileAndKeepsWhatWasGood() throws IOException {
        begin(FEED);
        assertThat(service.of("alice")).isPresent();

        write(FEED.replace("\"alice\"", "\"bob\""));
        assertThat(service.of("alice")).isEmpty();
        assertThat(service.of("bob")).isPresent();

        write("half of {");
        assertThat(service.of("bob")).isPresent();
        Files.delete(folder.resolve("quota.json"));
        assertThat(service.of("bob")).isPresent();
        write(FEED);
        assertThat(service.of("alice")).isPresent();
    }

    @Test
    void saysNothingWhereTheSiteSaysNothing() {
        service.configured = Optional.empty();
        service.open();

        assertThat(service.of("alice")).isEmpty();
    }

    @Test
    void refusesARelativePathByItsKey() {
        service.configured = Optional.of("quota.json");

        assertThatThrownBy(service::open).hasMessageContaining("carme.homes.quota-file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quotas\": [ | \"other\": [ | quotas: no array",
                "1764180000.25 | \"now\" | timestamp",
                "1764180000.25 | 1764180000250 | timestamp",
                "\"user\": \"alice\", \"path\": \"/home/alice\" | \"path\": \"/home/alice\" | quotas[0].user",
                "\"block_limit\": 1000 | \"block_limit\": -1 | quotas[0].block_limit",
                "\"total_file_usage\": 3 | \"x\": 1 | quotas[1].total_file_usage",
                "{\"version\" | \"version\" | no JSON object"
            })
    void namesWhatIsWrong(String right, String wrong, String named) {
        assertThat(FEED).contains(right);

        assertThatThrownBy(() -> DiskFeed.read(FEED.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private void begin(String text) throws IOException {
        write(text);
        service.configured = Optional.of(folder.resolve("quota.json").toString());
        service.open();
    }

    /** Each time later than before, as files are. */
    private void write(String text) throws IOException {
        Path file = folder.resolve("quota.json");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_764_180_000L + second++)));
    }
}
