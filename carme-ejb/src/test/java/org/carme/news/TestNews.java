package org.carme.news;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.carme.audit.TestAudit;
import org.carme.messages.Message;
import org.carme.messages.TestMessages;

/** The real news for tests. */
final class TestNews {
    private TestNews() {}

    /** Works in the transactions of that entity manager. */
    static NewsStore store(EntityManager entityManager, Clock clock) {
        return store(entityManager, clock, message -> {});
    }

    /** @param site gets what the site's chat is told */
    static NewsStore store(EntityManager entityManager, Clock clock, Consumer<Message> site) {
        NewsStore store = new NewsStore();
        store.news = new NewsRepository(entityManager);
        store.audit = TestAudit.on(entityManager, clock);
        store.messages = TestMessages.on(entityManager, clock, site);
        store.clock = clock;
        return store;
    }

    static Announcement announcement(Severity severity, Instant from, Optional<Instant> until) {
        return new Announcement("New nodes", "Four *more*.", severity, from, until, false, false);
    }
}
