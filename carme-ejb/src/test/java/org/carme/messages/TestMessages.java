package org.carme.messages;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Consumer;
import org.carme.database.AfterCommit;

/** The real messages for tests. */
public final class TestMessages {
    private TestMessages() {}

    /** Works in the transactions of that entity manager. */
    public static MessageService on(EntityManager entityManager, Clock clock) {
        return on(entityManager, clock, message -> {});
    }

    /** @param site gets what the site's chat is told */
    public static MessageService on(EntityManager entityManager, Clock clock, Consumer<Message> site) {
        MessageService messages = new MessageService();
        messages.messages = new MessageRepository(entityManager);
        messages.changes = quiet();
        messages.forwarding = new Forwarding() {
            @Override
            public void told(String user, Message message) {
                // nobody has anything sent
            }

            @Override
            public void toldSite(Message message) {
                site.accept(message);
            }
        };
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
