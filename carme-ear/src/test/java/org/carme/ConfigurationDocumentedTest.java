package org.carme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of keys names what the sources and the server's configuration read, and nothing else. */
class ConfigurationDocumentedTest {
    private static final Path TABLE = Path.of("../docs/reference/configuration.md");
    private static final List<Path> SOURCES = List.of(
            Path.of("../carme-ejb/src/main/java"),
            Path.of("../carme-batch/src/main/java"),
            Path.of("../carme-web/src/main/java"),
            Path.of("../server-config/portal"));
    private static final Pattern READ = Pattern.compile("(?:\"|MPCONFIG\\\\?=)(carme\\.[a-z.-]*[a-z])[\"}]");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`carme\\.[^|]*) \\|");
    private static final Pattern KEY = Pattern.compile("`(carme\\.[a-z.-]*)`");

    /** Attributes of requests. */
    private static final Set<String> NO_KEYS =
            Set.of("carme.background", "carme.failure", "carme.hidden-user", "carme.password", "carme.scopes");

    @Test
    void namesEveryKeyThatIsRead() {
        Set<String> read = SOURCES.stream()
                .flatMap(ConfigurationDocumentedTest::files)
                .flatMap(file -> matches(READ, text(file)))
                .filter(key -> !NO_KEYS.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = matches(ROW, text(TABLE))
                .flatMap(row -> matches(KEY, row))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).as("keys in " + TABLE).containsExactlyElementsOf(read);
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".asadmin"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
