package org.carme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of batch jobs names those that there are, and when they run. */
class BatchJobsDocumentedTest {
    private static final Path JOBS = Path.of("../carme-batch/src/main/resources/META-INF/batch-jobs");
    private static final Path TABLE = Path.of("../docs/how-to/keep-the-system-clean.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]*) \\|");
    private static final Pattern NIGHTLY = Pattern.compile("name=\"schedule\" value=\"([0-9]+) ([0-9]+) \\* \\* \\*\"");

    @Test
    void namesEveryBatchJobAndTheTimeOfNightlyOnes() throws IOException {
        Map<String, String> documented = ROW.matcher(Files.readString(TABLE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        Map<String, String> times = times();

        assertThat(documented).containsOnlyKeys(times.keySet());
        times.forEach((job, time) -> assertThat(documented.get(job)).as(job).startsWith(time));
    }

    /** @return empty for those that run otherwise than once a night */
    private static Map<String, String> times() throws IOException {
        Map<String, String> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(JOBS)) {
            files.forEach(file -> times.put(
                    file.getFileName().toString().replace(".xml", ""),
                    NIGHTLY.matcher(text(file))
                            .results()
                            .map(BatchJobsDocumentedTest::time)
                            .findFirst()
                            .orElse("")));
        }
        return times;
    }

    private static String time(MatchResult schedule) {
        return "%d:%02d".formatted(Integer.parseInt(schedule.group(2)), Integer.parseInt(schedule.group(1)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
