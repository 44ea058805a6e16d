package org.carme.delivery.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carme.delivery.Letter;
import org.carme.delivery.TestDelivery;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@all",
                "@channel",
                "<!channel>",
                "<@U123>",
                "[text](http://x)",
                "![x](http://y)",
                "a\nb",
                "~here"
            })
    void letsNoNameMentionOrLink(String name) {
        assertThat(ChatWriter.plain(name))
                .doesNotContain("@all", "@channel", "<", ">", "](", "![", "://", "\n", "~here");
    }

    @Test
    void tellsOneMessagePerLineAndWhereAllAre() {
        ChatWriter writer = new ChatWriter();
        writer.wording = TestDelivery.wording();
        writer.settings = TestDelivery.settings(Map.of("carme.portal.url", "https://portal.example.org"));
        Message message = new Message(1, Kind.INFO, "job-ready", "PINNs", "", Optional.empty(), Instant.EPOCH, false);

        assertThat(writer.write(new Letter("l-1", "", Locale.GERMAN, "/messages.xhtml", List.of(message, message))))
                .isEqualTo("• de PINNs\n• de PINNs\nhttps://portal.example.org/messages.xhtml");
    }
}
