package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions of sending. Several portals send at the same time: who has claimed a row is written on it. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class OutboxStore {
    private static final Logger LOG = System.getLogger(OutboxStore.class.getName());
    private static final int MOST_AT_A_TIME = 100;

    /** Longer than a sender may take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    @Inject
    OutboxRepository outbox;

    @Inject
    DeliverySettings settings;

    @Inject
    Clock clock;

    /** @return to whom something is to be sent now */
    List<String> due(Channel channel) {
        return outbox.due(channel, clock.instant(), MOST_AT_A_TIME);
    }

    /** @return empty if another portal was quicker */
    Optional<Batch> claim(Channel channel, String user) {
        Instant now = clock.instant();
        String claim = UUID.randomUUID().toString();
        Optional<String> unfinished = outbox.unfinished(channel, user);
        if (unfinished.isPresent()) {
            outbox.takeOver(unfinished.get(), claim, now, now.plus(LEASE));
        } else {
            outbox.gather(channel, user, claim, now.plus(LEASE));
        }
        List<OutboxRow> rows = outbox.claimed(claim);
        return rows.stream().findFirst().map(first -> first.batch(rows));
    }

    /** Writes down what became of it, unless the lease has ended and another portal has claimed it. */
    void record(Batch batch, Outcome outcome) {
        Instant now = clock.instant();
        List<OutboxRow> rows = outbox.claimed(batch.claim());
        if (rows.isEmpty()) {
            LOG.log(Level.WARNING, "Letter {0} took longer than its lease", batch.letter());
        }
        rows.stream().filter(OutboxRow::isWaiting).forEach(row -> record(row, outcome, now));
    }

    private void record(OutboxRow row, Outcome outcome, Instant now) {
        if (outcome.isSent()) {
            row.sent(now);
            return;
        }
        if (outcome.result() == Outcome.Result.REFUSED || row.isOlderThan(now.minus(settings.patience()))) {
            LOG.log(Level.WARNING, "Given up: {0}", row.name());
            row.lost(outcome.words(), now);
            return;
        }
        Instant next = now.plus(settings.pause(row.attempts()));
        row.again(outcome.words(), now, next, outcome.result() == Outcome.Result.UNSURE);
    }
}
