package org.carme.messages;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A user's messages; all calls concern only the user named. */
@Stateless
public class MessageService {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST = 200;

    @Inject
    MessageRepository messages;

    @Inject
    Clock clock;

    /** @return newest first, at most 200 */
    public List<Message> recent(String user, int limit) {
        return messages.recent(user, Math.min(Math.max(limit, 1), MOST)).stream()
                .map(MessageRow::message)
                .toList();
    }

    public int unread(String user) {
        return messages.unread(user);
    }

    public void markAllRead(String user) {
        messages.markAllRead(user);
    }

    /** Tells the user something about one of his jobs, within the caller's transaction. */
    public void tell(String user, Kind kind, String key, Topic topic) {
        messages.add(
                new MessageRow(user, message(kind, key, topic.subject(), topic.detail(), Optional.of(topic.job()))));
    }

    /** The same about something else than a job. */
    public void tell(String user, Kind kind, String key, String subject, String detail) {
        messages.add(new MessageRow(user, message(kind, key, subject, detail, Optional.empty())));
    }

    private Message message(Kind kind, String key, String subject, String detail, Optional<Long> job) {
        return new Message(0, kind, key, subject, detail, job, clock.instant(), false);
    }

    /**
     * Removes messages older than 90 days, in a transaction of its own.
     *
     * @return how many were removed; none if nothing is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int purge(int most) {
        return messages.removeOlderThan(clock.instant().minus(KEPT), most);
    }

    /** What a message is about. */
    public record Topic(long job, String subject, String detail) {}
}
