package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Counts test messages, for all instances of the portal together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class TrialStore {
    @Inject
    TrialRepository trials;

    @Inject
    Clock clock;

    /** @throws TooManyTrialsException if this would be one too many */
    void count(String user) {
        Instant now = clock.instant();
        trials.lock(user).orElseGet(() -> trials.add(new TrialRow(user, now))).countOne(now);
    }
}
