package org.carme.common;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Root of all failures a caller can act on. Its text is made at the edge, in the reader's language, from the message
 * key and the arguments; {@link #getMessage()} is for logs only.
 */
@ApplicationException(rollback = true)
public abstract class CarmeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String messageKey;
    private final transient List<Object> arguments;

    /** @param messageKey key in the bundle {@code org.carme.messages.Errors}, such as {@code quota-exceeded.jobs} */
    protected CarmeException(ErrorCode code, String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.code = code;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public ErrorCode code() {
        return code;
    }

    public String messageKey() {
        return messageKey;
    }

    /** @return what the text of {@link #messageKey()} names, never null (empty after serialization) */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
