package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlurmConfigTest {
    @TempDir
    Path folder;

    private final Map<String, String> values = new HashMap<>();

    @BeforeEach
    void writeKey() throws IOException {
        Path file = key("slurm.key", 32, "r--------");
        values.put("carme.slurm.url", "http://10.77.0.2:6820");
        values.put("carme.slurm.key.file", file.toString());
    }

    @Test
    void hasDefaults() {
        SlurmConfig config = read();
        assertThat(config.user()).isEqualTo("carme");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.refusedUsers()).containsExactlyInAnyOrder("root", "slurm");
    }

    @Test
    void takesAListOfRefusedUsers() {
        values.put("carme.slurm.refused-users", "root, Slurm ,operator");
        assertThat(read().refusedUsers()).containsExactlyInAnyOrder("root", "slurm", "operator");
    }

    @ParameterizedTest
    @CsvSource({
        "carme.slurm.url, 10.77.0.2:6820",
        "carme.slurm.url, ftp://head/",
        "carme.slurm.url, http:///x",
        "carme.slurm.url, http://user:secret@head:6820",
        "carme.slurm.url, http://a b",
        "carme.slurm.key.file, /nonexistent/slurm.key",
        "carme.slurm.user, root",
        "carme.slurm.user, slurm",
        "carme.slurm.user, 'a b'",
        "carme.slurm.timeout, 5",
        "carme.slurm.timeout, soon",
        "carme.slurm.timeout, PT0S",
        "carme.slurm.timeout, PT10M"
    })
    void namesTheKeyOfAWrongValue(String key, String value) {
        values.put(key, value);
        assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class).hasMessageStartingWith(key);
    }

    @ParameterizedTest
    @CsvSource({"carme.slurm.url", "carme.slurm.key.file"})
    void namesTheKeyOfAMissingValue(String key) {
        values.remove(key);
        assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class).hasMessageStartingWith(key);
    }

    @Test
    void refusesAKeyThatOthersCanRead() throws IOException {
        values.put("carme.slurm.key.file", key("open.key", 32, "r--r--r--").toString());
        assertThatThrownBy(this::read).hasMessageStartingWith("carme.slurm.key.file");
    }

    @Test
    void refusesAnEmptyKey() throws IOException {
        values.put("carme.slurm.key.file", key("empty.key", 0, "r--------").toString());
        assertThatThrownBy(this::read).hasMessageStartingWith("carme.slurm.key.file");
    }

    private Path key(String name, int length, String permissions) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, new byte[length]);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private SlurmConfig read() {
        return SlurmConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
