package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Counts test messages, for all instances of the portal together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class TestStore {
    @Inject
    TestRepository tests;

    @Inject
    Clock clock;

    /** @throws TooManyTestsException if this would be one too many */
    void count(String user) {
        Instant now = clock.instant();
        tests.lock(user).orElseGet(() -> tests.add(new TestRow(user, now))).countOne(now);
    }
}
