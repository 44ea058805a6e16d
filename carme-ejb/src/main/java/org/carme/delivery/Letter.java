package org.carme.delivery;

import java.util.List;
import java.util.Locale;
import org.carme.messages.Message;

/**
 * Messages that go to somebody together.
 *
 * @param id the same each time the same letter is sent
 * @param address an e-mail address or a webhook, checked by nobody yet
 * @param page of the portal, where more is to be read
 * @param messages oldest first, at least one
 */
public record Letter(String id, String address, Locale locale, String page, List<Message> messages) {
    /** Of more, only the number is told. */
    public static final int MOST_LINES = 50;

    /** @return those that are told one by one, the newest */
    public List<Message> shown() {
        return messages.subList(hidden(), messages.size());
    }

    /** @return of how many only the number is told */
    public int hidden() {
        return Math.max(0, messages.size() - MOST_LINES);
    }
}
