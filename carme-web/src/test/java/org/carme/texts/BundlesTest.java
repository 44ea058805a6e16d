package org.carme.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say everything. */
class BundlesTest {
    private static final Path TEXTS = Path.of("src", "main", "resources", "org", "carme");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"texts/Texts", "texts/Errors", "gateway/Refusals"})
    void haveTheSameKeysInTheSameOrderWithTheSameArguments(String bundle) throws IOException {
        Map<String, Set<String>> english = arguments(bundle + ".properties");
        Map<String, Set<String>> german = arguments(bundle + "_de.properties");

        assertThat(german.keySet()).containsExactlyElementsOf(english.keySet());
        assertThat(german).isEqualTo(english);
    }

    private static Map<String, Set<String>> arguments(String file) throws IOException {
        Map<String, Set<String>> arguments = new LinkedHashMap<>();
        Files.readAllLines(TEXTS.resolve(file)).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(entry -> assertThat(arguments.put(entry[0], arguments(entry)))
                        .as("two texts for %s", entry[0])
                        .isNull());
        return arguments;
    }

    private static Set<String> arguments(String[] entry) {
        return ARGUMENT.matcher(entry[1])
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
