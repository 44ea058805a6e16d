package org.carme.common;

import java.util.Optional;

/** A value that no form of ours offers: missing, malformed or out of range. */
public final class InvalidRequestException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidRequestException(String messageKey, Object... arguments) {
        this(null, messageKey, arguments);
    }

    private InvalidRequestException(String field, String messageKey, Object[] arguments) {
        super(ErrorCode.INVALID_REQUEST, messageKey, arguments);
        this.field = field;
    }

    /** @param field what is wrong, as the API names it; pages show the text beside it */
    public static InvalidRequestException about(String field, String messageKey, Object... arguments) {
        return new InvalidRequestException(field, messageKey, arguments);
    }

    /** For texts that name the field first. */
    public static InvalidRequestException naming(String field, String messageKey, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = field;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return about(field, messageKey, arguments);
    }

    /** @return the one field that is wrong, empty if it is not one alone */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
