package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carme.delivery.OutboxRow.State;
import org.carme.users.Administrators;

/** What became of messages on their ways out. */
@ApplicationScoped
@Transactional
public class DeliveryReports {
    @Inject
    OutboxRepository outbox;

    @Inject
    Senders senders;

    @Inject
    Administrators administrators;

    /** @return of every channel that the site has, for all people and instances */
    public List<DeliveryStatus> all(String admin) {
        administrators.require(admin);
        return senders.offered().stream()
                .map(Sender::channel)
                .sorted()
                .map(channel -> new DeliveryStatus(
                        channel,
                        outbox.count(channel, State.WAITING),
                        outbox.count(channel, State.LOST),
                        outbox.lastSent(channel),
                        outbox.lastFailed(channel)))
                .toList();
    }

    /** What of the user's has not arrived. */
    public Trouble trouble(String user, Channel channel) {
        return new Trouble(
                outbox.count(user, channel, State.WAITING),
                outbox.count(user, channel, State.LOST),
                outbox.lastUnsent(channel, user));
    }

    /**
     * What has not arrived.
     *
     * @param waiting not yet sent
     * @param lost given up
     * @param last why the last of these has not arrived
     */
    public record Trouble(long waiting, long lost, Optional<Failure> last) {}
}
