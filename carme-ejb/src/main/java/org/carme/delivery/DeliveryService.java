package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;

/** What of somebody's messages goes out of the portal; all calls concern only the user named. */
@ApplicationScoped
public class DeliveryService {
    private static final int SHOWN_CHARACTERS = 4;

    @Inject
    ChoiceStore choices;

    @Inject
    Recipients recipients;

    @Inject
    Senders senders;

    @Inject
    DeliverySettings settings;

    @Inject
    TrialLetters trials;

    /** @return what the user has chosen, else what the site does */
    public DeliveryChoice choice(String user) {
        return choices.find(user).orElseGet(() -> new DeliveryChoice(Optional.empty(), settings.mailed(), Set.of()));
    }

    /** @return whether the site has this channel */
    public boolean isOffered(Channel channel) {
        return senders.isOffered(channel);
    }

    /**
     * Where mail goes, or to whom in a chat.
     *
     * @return of a webhook, which is a secret, only its host and its end
     * @throws org.carme.users.DirectoryUnavailableException if the directory is away
     */
    public Optional<String> address(String user, Channel channel) {
        return channel == Channel.MAIL
                ? recipients.find(channel, user).address()
                : choices.webhook(user).map(DeliveryService::masked);
    }

    private static String masked(String webhook) {
        return "https://" + URI.create(webhook).getRawAuthority() + "/…"
                + webhook.substring(webhook.length() - SHOWN_CHARACTERS);
    }

    /**
     * Keeps what the user wants.
     *
     * @param webhook an empty text: none any more; empty, or as it is shown: as it is
     * @throws InvalidRequestException for a language without texts, or a webhook to which nothing may be sent
     */
    public void save(String user, DeliveryChoice choice, Optional<String> webhook) {
        if (!choice.language().map(DeliverySettings::isSpoken).orElse(true)) {
            throw InvalidRequestException.naming("language", "invalid-request.field");
        }
        Optional<String> address = webhook.map(String::strip)
                .filter(typed -> !typed.equals(address(user, Channel.CHAT).orElse("")));
        address.filter(typed -> !typed.isEmpty()).flatMap(this::objection).ifPresent(code -> {
            throw InvalidRequestException.about("webhook", "invalid-request." + code);
        });
        Retry.onConflict(() -> choices.save(user, choice, address));
    }

    private Optional<String> objection(String webhook) {
        return senders.find(Channel.CHAT)
                .map(sender -> sender.objection(webhook))
                .orElseGet(() -> Optional.of(Outcome.NOT_OFFERED.words()));
    }

    /**
     * Sends a message at once, past the outbox.
     *
     * @throws TooManyTrialsException after 5 within 10 minutes
     * @throws org.carme.users.DirectoryUnavailableException if the directory is away
     */
    public Outcome test(String user, Channel channel) {
        return trials.send(user, channel);
    }
}
