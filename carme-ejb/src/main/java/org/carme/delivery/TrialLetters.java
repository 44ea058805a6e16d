package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carme.database.Retry;
import org.carme.messages.Kind;
import org.carme.messages.Message;

/** Letters that somebody has sent to himself to try a channel: at once, past the outbox, and not too many. */
@ApplicationScoped
class TrialLetters {
    @Inject
    Senders senders;

    @Inject
    Recipients recipients;

    @Inject
    TrialStore store;

    @Inject
    Clock clock;

    Outcome send(String user, Channel channel) {
        Optional<Sender> sender = senders.find(channel);
        if (sender.isEmpty()) {
            return Outcome.NOT_OFFERED;
        }
        Recipients.Recipient recipient = recipients.find(channel, user);
        Retry.onConflict(() -> store.count(user));
        Message message = new Message(0, Kind.INFO, "test", user, "", Optional.empty(), clock.instant(), false);
        String id = UUID.randomUUID().toString();
        return Deliverer.send(sender.get(), recipient, new Batch(id, id, List.of(message)));
    }
}
