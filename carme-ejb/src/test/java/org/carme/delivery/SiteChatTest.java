package org.carme.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.common.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteChatTest {
    private static final String KEY = "carme.chat.site-webhook";
    private static final String WEBHOOK = "https://chat.example.org/hooks/s3cret";

    @Test
    void isWrittenToInTheSitesLanguageWithALinkToTheHomePage() {
        Recipients recipients = new Recipients();
        recipients.site = read(Map.of(KEY, WEBHOOK));
        recipients.settings = TestDelivery.settings(Map.of("carme.messages.language", "de"));

        Recipients.Recipient site = recipients.find(Channel.CHAT, SiteChat.RECIPIENT);

        assertThat(site.address()).contains(WEBHOOK);
        assertThat(site.locale()).hasToString("de");
        assertThat(site.page()).isEqualTo("/");
    }

    @Test
    void mayStandInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("webhook"), WEBHOOK + "\n");

        assertThat(read(Map.of(KEY + ".file", file.toString())).webhook()).contains(WEBHOOK);
        assertThatThrownBy(
                        () -> read(Map.of(KEY + ".file", folder.resolve("none").toString())))
                .hasMessageContaining(KEY + ".file");
    }

    @Test
    void isNoneUnlessTheSiteWantsIt() {
        assertThat(read(Map.of()).webhook()).isEmpty();
    }

    @Test
    void stopsTheStartWithoutTellingTheSecretIfNothingMayBeSentThere() {
        assertThatThrownBy(() -> read(Map.of(KEY, "https://evil.example.org/hooks/s3cret")))
                .hasMessageContaining(KEY)
                .hasMessageNotContaining("s3cret");
    }

    private static SiteChat read(Map<String, String> configuration) {
        SiteChat site = new SiteChat();
        site.config = new TestConfig(configuration);
        site.senders = new Senders() {
            @Override
            List<Sender> offered() {
                return List.of(new OneHost());
            }
        };
        site.read();
        return site;
    }

    private static final class OneHost implements Sender {
        @Override
        public Channel channel() {
            return Channel.CHAT;
        }

        @Override
        public boolean isOffered() {
            return true;
        }

        @Override
        public Optional<String> objection(String address) {
            return address.startsWith("https://chat.example.org/") ? Optional.empty() : Optional.of("bad-host");
        }

        @Override
        public Outcome send(Letter letter) {
            return Outcome.sent();
        }
    }
}
