package org.carme.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageServiceIT {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void removesWhatIsOlderThanNinetyDaysAFewAtATime() {
        tell(Duration.ofDays(91), "old");
        tell(Duration.ofDays(91), "old too");
        tell(Duration.ofDays(91), "as old");
        tell(Duration.ofDays(90), "kept");

        assertThat(List.of(purge(), purge(), purge())).containsExactly(2, 1, 0);
        assertThat(at(NOW).recent("alice", 10)).extracting(Message::subject).containsExactly("kept");
    }

    private void tell(Duration ago, String subject) {
        TestDatabase.inTransaction(entityManager, () -> {
            at(NOW.minus(ago)).tell("alice", Kind.INFO, "job-ready", new MessageService.Topic(1, subject, ""));
            return null;
        });
    }

    private int purge() {
        return TestDatabase.inTransaction(entityManager, () -> at(NOW).purge(2));
    }

    private MessageService at(Instant time) {
        MessageService service = new MessageService();
        service.messages = new MessageRepository(entityManager);
        service.clock = Clock.fixed(time, ZoneOffset.UTC);
        return service;
    }
}
