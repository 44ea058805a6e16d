package org.carme.rest.messages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.carme.messages.MessagePage;

/**
 * A part of the messages.
 *
 * @param unread how many of all are
 * @param next the cursor of the following part, absent at the end
 */
public record NotificationsDto(int unread, List<NotificationDto> notifications, String next) {

    /**
     * A message.
     *
     * @param event a stable word such as {@code job-ready}
     * @param jobId absent if it is about no job
     * @param page the path of the portal's page with more about it, behind the portal's address; absent if there is none
     */
    public record NotificationDto(
            long id,
            String severity,
            String event,
            String subject,
            String detail,
            Long jobId,
            String page,
            Instant at,
            boolean read) {
        static NotificationDto of(Message message) {
            return new NotificationDto(
                    message.id(),
                    word(message.kind()),
                    message.key(),
                    message.subject(),
                    message.detail(),
                    message.job().orElse(null),
                    message.page().orElse(null),
                    message.at(),
                    message.read());
        }
    }

    static NotificationsDto of(int unread, MessagePage page) {
        return new NotificationsDto(
                unread,
                page.messages().stream().map(NotificationDto::of).toList(),
                page.next().orElse(null));
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
