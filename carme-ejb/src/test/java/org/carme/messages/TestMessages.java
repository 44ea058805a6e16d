package org.carme.messages;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The real messages for tests. */
public final class TestMessages {
    private TestMessages() {}

    /** Works in the transactions of that entity manager. */
    public static MessageService on(EntityManager entityManager, Clock clock) {
        MessageService messages = new MessageService();
        messages.messages = new MessageRepository(entityManager);
        messages.clock = clock;
        return messages;
    }
}
