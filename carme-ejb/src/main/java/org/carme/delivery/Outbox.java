package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.carme.messages.Forwarding;
import org.carme.messages.Message;

/** Where messages wait until they are sent; all within the caller's transaction. */
@ApplicationScoped
class Outbox implements Forwarding {
    @Inject
    OutboxRepository outbox;

    @Inject
    ChoiceRepository choices;

    @Inject
    Senders senders;

    @Inject
    DeliverySettings settings;

    @Inject
    SiteChat site;

    @Override
    public void told(String user, Message message) {
        if (senders.offered().isEmpty()) {
            return;
        }
        Optional<ChoiceRow> chosen = choices.find(user);
        Occasion occasion = Occasion.ofMessage(message.key());
        Set<Occasion> mail = chosen.map(row -> row.choice().mail()).orElse(settings.mailed());
        if (senders.isOffered(Channel.MAIL) && mail.contains(occasion)) {
            add(user, Channel.MAIL, message);
        }
        boolean chat = chosen.filter(row -> row.sealedWebhook().isPresent())
                .map(row -> row.choice().chat().contains(occasion))
                .orElse(false);
        if (senders.isOffered(Channel.CHAT) && chat) {
            add(user, Channel.CHAT, message);
        }
    }

    @Override
    public void toldSite(Message message) {
        if (site.webhook().isPresent()) {
            add(SiteChat.RECIPIENT, Channel.CHAT, message);
        }
    }

    private void add(String user, Channel channel, Message message) {
        Instant due = message.at().plus(settings.gathering());
        outbox.add(new OutboxRow(user, channel, message, due));
    }
}
