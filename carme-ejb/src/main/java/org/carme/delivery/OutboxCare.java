package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.carme.messages.MessageSettings;

/** Removes what is as old as messages that are removed, sent or not. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class OutboxCare {
    @Inject
    OutboxRepository outbox;

    @Inject
    MessageSettings messages;

    @Inject
    Clock clock;

    /** @return how many were removed; none if nothing is left */
    public int purge(int most) {
        return outbox.removeOlderThan(clock.instant().minus(Duration.ofDays(messages.getKeptDays())), most);
    }
}
