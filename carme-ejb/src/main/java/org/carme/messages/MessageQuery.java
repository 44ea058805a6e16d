package org.carme.messages;

import java.util.Optional;

/** Which messages are looked for. */
public record MessageQuery(boolean unreadOnly, Optional<Kind> kind) {
    public static final MessageQuery ALL = new MessageQuery(false, Optional.empty());
}
