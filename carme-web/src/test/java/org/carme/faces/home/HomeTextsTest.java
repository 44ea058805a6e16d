package org.carme.faces.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.entries.EntryPoint;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobId;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomeTextsTest {
    private final HomeTexts texts = new HomeTexts();

    @BeforeEach
    void open() {
        texts.texts = new KeysAndArguments();
    }

    @Test
    void saysWhyAServiceFailedAndWhereItsLogIs() {
        EntryRow entry = entry(Optional.of("ended with exit code 3"));

        assertThat(entry.isFailed()).isTrue();
        assertThat(texts.failure(job(entry), entry))
                .isEqualTo("entry.failure[Jupyter Notebook, ended with exit code 3,"
                        + " ~/.local/share/carme/job-log-dir/42-jupyter.log]");
    }

    @Test
    void saysThatNobodyKnowsWhyAServiceFailed() {
        EntryRow entry = entry(Optional.of(""));

        assertThat(entry.isFailed()).isTrue();
        assertThat(texts.failure(job(entry), entry)).contains("entry.failure.unknown[]");
    }

    @Test
    void callsNoServiceFailedThatOnlyStarts() {
        assertThat(entry(Optional.empty()).isFailed()).isFalse();
    }

    @Test
    void countsManyJobsByTheirState() {
        JobRow job = job(entry(Optional.empty()));

        assertThat(texts.states(List.of(job, job))).isEqualTo("state.RUNNING[]: 2");
    }

    private static EntryRow entry(Optional<String> failure) {
        return new EntryRow(new EntryPoint("key", "jupyter", "Jupyter Notebook", "pi-book", false, false, failure));
    }

    private static JobRow job(EntryRow entry) {
        JobSummary job = new JobSummary(
                new JobId(1),
                "key",
                "tag",
                "alice",
                7001,
                "job",
                "CPU",
                Optional.empty(),
                0,
                1,
                "base",
                "1",
                Optional.empty(),
                JobState.RUNNING,
                Optional.empty(),
                "",
                Optional.of("42"),
                List.of("node01"),
                Duration.ofHours(1),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                StagedData.NONE);
        return new JobRow(job, "CPU", "", List.of(entry));
    }

    private static final class KeysAndArguments extends Texts {
        @Override
        public String text(String key, Object... arguments) {
            return key + List.of(arguments);
        }
    }
}
