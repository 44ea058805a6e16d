package org.carme.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    @Test
    void givesAllMessagesInPartsNewestFirst() {
        List.of("1", "2", "3", "4", "5").forEach(subject -> tell(Duration.ZERO, subject));

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            MessagePage page = at(NOW).page("alice", MessageQuery.ALL, 2, cursor);
            page.messages().forEach(message -> seen.add(message.subject()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void findsUnreadOnesAndOnesOfAKind() {
        tell(Duration.ZERO, "read");
        inTransaction(service -> service.markAllRead("alice"));
        tell(Duration.ZERO, "unread");
        inTransaction(service -> service.tell("alice", Kind.ERROR, "job-ended.FAILED", "failed", ""));

        assertThat(subjects(new MessageQuery(true, Optional.empty()))).containsExactly("failed", "unread");
        assertThat(subjects(new MessageQuery(true, Optional.of(Kind.INFO)))).containsExactly("unread");
        assertThat(at(NOW).unread("alice")).isEqualTo(2);
    }

    @Test
    void countsThoseOfAKeyAboutAJob() {
        tell(Duration.ofHours(2), "before");
        tell(Duration.ZERO, "counted");

        assertThat(told("alice", "job-ready", 1)).isEqualTo(1);
        assertThat(told("alice", "job-ready", 2)).isZero();
        assertThat(told("alice", "job-says", 1)).isZero();
        assertThat(told("bob", "job-ready", 1)).isZero();
    }

    private long told(String user, String key, long job) {
        return at(NOW).toldSince(user, key, job, NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void touchesOnlyOnesOwn() {
        tell(Duration.ZERO, "hers");
        List<Long> ids = List.of(at(NOW).recent("alice", 1).get(0).id());

        inTransaction(service -> service.markRead("bob", ids));
        inTransaction(service -> service.remove("bob", ids));
        assertThat(subjects(new MessageQuery(true, Optional.empty()))).containsExactly("hers");

        inTransaction(service -> service.markRead("alice", ids));
        inTransaction(service -> service.removeRead("bob"));
        assertThat(subjects(MessageQuery.ALL)).containsExactly("hers");

        inTransaction(service -> service.removeRead("alice"));
        assertThat(subjects(MessageQuery.ALL)).isEmpty();
    }

    private List<String> subjects(MessageQuery query) {
        return at(NOW).page("alice", query, 10, Optional.empty()).messages().stream()
                .map(Message::subject)
                .toList();
    }

    private void inTransaction(Consumer<MessageService> action) {
        TestDatabase.inTransaction(entityManager, () -> {
            action.accept(at(NOW));
            return null;
        });
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
        return TestMessages.on(entityManager, Clock.fixed(time, ZoneOffset.UTC));
    }
}
