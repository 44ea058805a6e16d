package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.carme.common.Recurring;
import org.carme.database.Retry;
import org.carme.delivery.Outcome.Result;
import org.carme.users.DirectoryUnavailableException;

/** Sends what is due. No transaction is open while something is sent. */
@ApplicationScoped
class Deliverer {
    @Inject
    OutboxStore store;

    @Inject
    Recipients recipients;

    private final Map<Channel, Recurring> sending = new EnumMap<>(Map.of(
            Channel.MAIL, new Recurring("An e-mail could not be sent"),
            Channel.CHAT, new Recurring("A chat message could not be sent")));

    /** One round; somebody to whom nothing can be sent does not keep it from others. */
    void deliver(Sender sender) {
        Recurring each = sending.get(sender.channel());
        store.due(sender.channel()).forEach(user -> each.run(() -> deliver(sender, user)));
    }

    private void deliver(Sender sender, String user) {
        Optional<Batch> claimed = Retry.onConflict(() -> store.claim(sender.channel(), user));
        claimed.ifPresent(batch -> {
            Outcome outcome = send(sender, user, batch);
            Retry.onConflict(() -> store.record(batch, outcome));
        });
    }

    private Outcome send(Sender sender, String user, Batch batch) {
        Recipients.Recipient recipient;
        try {
            recipient = recipients.find(sender.channel(), user);
        } catch (DirectoryUnavailableException away) {
            return new Outcome(Result.FAILED, "directory");
        }
        return send(sender, recipient, batch);
    }

    /** Sends to that address, if anything may go there. */
    static Outcome send(Sender sender, Recipients.Recipient recipient, Batch batch) {
        if (recipient.address().isEmpty()) {
            return new Outcome(Result.REFUSED, "no-address");
        }
        String address = recipient.address().get();
        return sender.objection(address)
                .map(code -> new Outcome(Result.REFUSED, code))
                .orElseGet(() -> sender.send(
                        new Letter(batch.letter(), address, recipient.locale(), recipient.page(), batch.messages())));
    }
}
