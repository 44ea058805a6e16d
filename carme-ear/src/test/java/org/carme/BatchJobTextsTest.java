package org.carme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch jobs and the texts of pages are in modules that do not know each other. */
class BatchJobTextsTest {
    private static final Path JOBS = Path.of("../carme-batch/src/main/resources/META-INF/batch-jobs");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyBatchJobHasAPurposeInWords(String language) throws IOException {
        ResourceBundle texts = ResourceBundle.getBundle("org.carme.texts.Texts", Locale.forLanguageTag(language));

        assertThat(jobs())
                .isNotEmpty()
                .allSatisfy(job -> assertThat(texts.containsKey("system.batch." + job))
                        .as(job)
                        .isTrue());
    }

    private static List<String> jobs() throws IOException {
        try (Stream<Path> files = Files.list(JOBS)) {
            return files.map(file -> file.getFileName().toString().replace(".xml", ""))
                    .toList();
        }
    }
}
