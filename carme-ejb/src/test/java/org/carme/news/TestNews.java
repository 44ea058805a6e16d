package org.carme.news;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carme.audit.TestAudit;

/** The real news for tests. */
final class TestNews {
    private TestNews() {}

    /** Works in the transactions of that entity manager. */
    static NewsStore store(EntityManager entityManager, Clock clock) {
        NewsStore store = new NewsStore();
        store.news = new NewsRepository(entityManager);
        store.audit = TestAudit.on(entityManager, clock);
        store.clock = clock;
        return store;
    }

    static Announcement announcement(Severity severity, Instant from, Optional<Instant> until) {
        return new Announcement("New nodes", "Four *more*.", severity, from, until, false, false);
    }
}
