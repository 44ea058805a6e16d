package org.carme.faces.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.junit.jupiter.api.Test;

class MessageGroupTest {
    private final MessageRow ended = row(Kind.INFO, false, "ended");
    private final MessageRow started = row(Kind.SUCCESS, false, "started");

    @Test
    void beginsWithAWarningThatNobodyHasRead() {
        MessageRow missing = row(Kind.WARNING, false, "results are missing");

        MessageGroup group = new MessageGroup(List.of(ended, missing, started));

        assertThat(group.getHead()).isSameAs(missing);
        assertThat(group.getOthers()).containsExactly(ended, started);
    }

    @Test
    void beginsWithTheNewestOnceItsWarningsAreRead() {
        MessageRow missing = row(Kind.WARNING, true, "results are missing");

        MessageGroup group = new MessageGroup(List.of(ended, missing, started));

        assertThat(group.getHead()).isSameAs(ended);
        assertThat(group.getOthers()).containsExactly(missing, started);
    }

    @Test
    void leadsToTheJob() {
        assertThat(ended.getPage()).isEqualTo("/job.xhtml?id=7");
    }

    private static MessageRow row(Kind kind, boolean read, String text) {
        return new MessageRow(new Message(1, kind, "key", "job", "", Optional.of(7L), Instant.EPOCH, read), text);
    }
}
