package org.carme.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words for the reasons of jobs against the list of all that Slurm knows. */
class ReasonTextsTest {
    private final ReasonTexts texts = new ReasonTexts();

    @ParameterizedTest
    @ValueSource(strings = {"Reasons.properties", "Reasons_de.properties"})
    void hasWordsForEveryReasonOfSlurmAndForNoOther(String bundle) throws IOException {
        Properties known = new Properties();
        known.load(reader(bundle));
        TreeSet<String> expected = new TreeSet<>(reasons());
        expected.add("other");

        assertThat(known.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(known.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void saysEveryReasonInEachLanguage() {
        for (String reason : reasons()) {
            assertThat(texts.waiting(reason, Locale.GERMAN))
                    .as(reason)
                    .isNotEqualTo(texts.waiting(reason, Locale.ENGLISH));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SomethingNew, 'SomethingNew: that is what Slurm says. If it stays so, ask your administrators.'",
        "other, 'other: that is what Slurm says. If it stays so, ask your administrators.'",
        "Licenses, Waits for a licence that others use"
    })
    void saysWhyAJobWaits(String word, String sentence) {
        assertThat(texts.waiting(word, Locale.ENGLISH)).isEqualTo(sentence);
    }

    @Test
    void leavesTheTextOfARefusalAsItIs() {
        assertThat(texts.failed("No such partition", Locale.GERMAN)).isEqualTo("No such partition");
        assertThat(texts.failed("NonZeroExitCode", Locale.GERMAN)).startsWith("Sein Skript endete mit einem Fehler");
    }

    private static List<String> reasons() {
        try (BufferedReader lines = reader("slurm-reasons.txt")) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(String name) {
        return new BufferedReader(
                new InputStreamReader(ReasonTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8));
    }
}
