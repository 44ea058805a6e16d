package org.carme.rest.messages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.carme.messages.Message;

/** Messages and how many of all are unread. */
public record NotificationsDto(int unread, List<NotificationDto> notifications) {

    /**
     * A message.
     *
     * @param event a stable word such as {@code job-ready}
     * @param jobId absent if it is about no job
     */
    public record NotificationDto(
            long id,
            String severity,
            String event,
            String subject,
            String detail,
            Long jobId,
            Instant at,
            boolean read) {
        static NotificationDto of(Message message) {
            return new NotificationDto(
                    message.id(),
                    message.kind().name().toLowerCase(Locale.ROOT),
                    message.key(),
                    message.subject(),
                    message.detail(),
                    message.job().orElse(null),
                    message.at(),
                    message.read());
        }
    }

    static NotificationsDto of(int unread, List<Message> messages) {
        return new NotificationsDto(
                unread, messages.stream().map(NotificationDto::of).toList());
    }
}
