package org.carme.messages;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The real service for tests. */
public final class TestMessages {
    private TestMessages() {}

    public static MessageService on(EntityManager entityManager, Clock clock) {
        MessageService service = new MessageService();
        service.messages = new MessageRepository(entityManager);
        service.clock = clock;
        return service;
    }
}
