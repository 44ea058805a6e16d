package org.carme.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The chat in which a site wants what concerns all. */
@ApplicationScoped
class SiteChat {
    /** Whose its messages are in the outbox: nobody has this name. */
    static final String RECIPIENT = "";

    private static final String KEY = "carme.chat.site-webhook";
    private static final String FILE_KEY = "carme.chat.site-webhook.file";

    @Inject
    Config config;

    @Inject
    Senders senders;

    private Optional<String> webhook = Optional.empty();

    @PostConstruct
    void read() {
        webhook = text(KEY).or(() -> text(FILE_KEY).map(SiteChat::content));
        webhook.flatMap(this::objection).ifPresent(code -> {
            throw new IllegalStateException(
                    KEY + ": nothing can be sent there (" + code + "); carme.chat.hosts must name its host");
        });
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE_KEY + " cannot be read", e);
        }
    }

    private Optional<String> objection(String address) {
        return senders.find(Channel.CHAT)
                .map(sender -> sender.objection(address))
                .orElseGet(() -> Optional.of(Outcome.NOT_OFFERED.words()));
    }

    /** @return empty if the site wants none; stops the start of the portal if it is configured wrongly */
    Optional<String> webhook() {
        return webhook;
    }
}
