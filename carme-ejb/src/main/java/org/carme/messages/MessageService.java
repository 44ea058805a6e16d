package org.carme.messages;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;

/** A user's messages; all calls concern only the user named. */
@Stateless
public class MessageService {
    private static final int MOST = 200;

    @Inject
    MessageRepository messages;

    @Inject
    MessageChanges changes;

    @Inject
    Forwarding forwarding;

    @Inject
    MessageSettings settings;

    @Inject
    Clock clock;

    /** @return newest first, at most 200 */
    public List<Message> recent(String user, int limit) {
        return page(user, MessageQuery.ALL, limit, Optional.empty()).messages();
    }

    /**
     * A part, newest first.
     *
     * @param limit brought into 1 to 200
     * @param cursor {@link MessagePage#next()} of the part before
     */
    public MessagePage page(String user, MessageQuery query, int limit, Optional<String> cursor) {
        int size = Math.min(Math.max(limit, 1), MOST);
        long before = cursor.map(MessageService::id).orElse(Long.MAX_VALUE);
        List<Message> found = messages.before(user, query, before, size + 1).stream()
                .map(MessageRow::message)
                .toList();
        return found.size() <= size
                ? new MessagePage(found, Optional.empty())
                : new MessagePage(
                        found.subList(0, size),
                        Optional.of(Long.toString(found.get(size - 1).id())));
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request.cursor");
        }
    }

    public int unread(String user) {
        return messages.unread(user);
    }

    /** @return how many of that key about that job there are from then on */
    public long toldSince(String user, String key, long job, Instant time) {
        return messages.countSince(user, key, job, time);
    }

    public void markAllRead(String user) {
        messages.markAllRead(user);
        changes.announce(user);
    }

    /** Marks these as read; what is not his or not there is nothing to do. */
    public void markRead(String user, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            messages.markRead(user, ids);
            changes.announce(user);
        }
    }

    /** Removes these; what is not his or not there is nothing to do. */
    public void remove(String user, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            messages.remove(user, ids);
            changes.announce(user);
        }
    }

    /** Removes all that are read. */
    public void removeRead(String user) {
        messages.removeRead(user);
        changes.announce(user);
    }

    /** Tells the user something about one of his jobs, within the caller's transaction. */
    public void tell(String user, Kind kind, String key, Topic topic) {
        tell(user, message(kind, key, topic.subject(), topic.detail(), Optional.of(topic.job())));
    }

    /** The same about something else than a job. */
    public void tell(String user, Kind kind, String key, String subject, String detail) {
        tell(user, message(kind, key, subject, detail, Optional.empty()));
    }

    /** Tells the site's own chat, if it has one, within the caller's transaction. */
    public void tellSite(Kind kind, String key, String subject, String detail) {
        forwarding.toldSite(message(kind, key, subject, detail, Optional.empty()));
    }

    private void tell(String user, Message message) {
        messages.add(new MessageRow(user, message));
        forwarding.told(user, message);
        changes.announce(user);
    }

    private Message message(Kind kind, String key, String subject, String detail, Optional<Long> job) {
        return new Message(0, kind, key, subject, detail, job, clock.instant(), false);
    }

    /**
     * Removes messages older than {@code carme.messages.kept-days}, in a transaction of its own.
     *
     * @return how many were removed; none if nothing is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int purge(int most) {
        return messages.removeOlderThan(clock.instant().minus(settings.kept()), most);
    }

    /** What a message is about. */
    public record Topic(long job, String subject, String detail) {}
}
