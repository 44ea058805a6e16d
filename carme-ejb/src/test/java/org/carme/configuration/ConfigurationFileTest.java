package org.carme.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {
    @ParameterizedTest
    @CsvSource({"'a: [', 1", "'a: *b', 1", "'a: &b [1]\nc: *b', 0", "'a: 1\na: 2', 1", "'- 1', 1", "'', 1"})
    void refusesWhatIsNoPlainYaml(String text, int line) {
        ConfigurationRefusedException refused =
                catchThrowableOfType(ConfigurationRefusedException.class, () -> ConfigurationFile.read(text));

        assertThat(refused.problems()).extracting(ConfigurationProblem::line).containsExactly(line);
    }
}
