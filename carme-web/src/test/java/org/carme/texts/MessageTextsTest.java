package org.carme.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageTextsTest {
    private final MessageTexts texts = new MessageTexts();

    @BeforeEach
    void learnReasons() {
        texts.reasons = new ReasonTexts();
    }

    @Test
    void saysSlurmsReasonsInPlainWords() {
        assertThat(said("job-ended.FAILED", "NonZeroExitCode"))
                .isEqualTo("“night” has failed: Its script ended with an error. The end of its log may say why");
        assertThat(said("job-ended.FAILED", "No such account")).isEqualTo("“night” has failed: No such account");
    }

    @Test
    void saysOnceThatTheTimeWasOver() {
        assertThat(said("job-ended.TIMED_OUT", "TimeLimit")).isEqualTo("“night” has reached its time limit");
    }

    @Test
    void putsTheReasonWhereTheTextNamesIt() {
        assertThat(said("batch-failed.step", "look: IOException: gone"))
                .isEqualTo("The batch job night has failed in its step look: IOException: gone"
                        + " (see Administration, Batch jobs)");
        assertThat(said("self-test-failed.SLURM", "It waits."))
                .isEqualTo(
                        "The self-test fails: Slurm does not run its job. It waits. (see Administration, Self-test)");
    }

    @Test
    void saysHowManyImagesWereFoundAlsoIfItIsOne() {
        assertThat(said("images-found", "1")).isEqualTo("New images in night: 1 (see Images, Import images)");
    }

    private String said(String key, String detail) {
        return texts.text(
                new Message(1, Kind.ERROR, key, "night", detail, Optional.empty(), Instant.EPOCH, false),
                Locale.ENGLISH);
    }
}
