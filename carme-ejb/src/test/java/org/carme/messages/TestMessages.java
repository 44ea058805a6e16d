package org.carme.messages;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.carme.database.AfterCommit;

/** The real messages for tests. */
public final class TestMessages {
    private TestMessages() {}

    /** Works in the transactions of that entity manager. */
    public static MessageService on(EntityManager entityManager, Clock clock) {
        MessageService messages = new MessageService();
        messages.messages = new MessageRepository(entityManager);
        messages.changes = quiet();
        messages.forwarding = (user, message) -> {};
        messages.settings = new MessageSettings();
        messages.settings.keptDays = 90;
        messages.clock = clock;
        return messages;
    }

    /** No page is open. */
    private static MessageChanges quiet() {
        MessageChanges changes = new MessageChanges();
        changes.afterCommit = new AfterCommit() {
            @Override
            public void run(Runnable action) {
                // a test has no container's transaction
            }
        };
        return changes;
    }
}
