package org.carme.common;

/** A value that no form of ours offers: missing, malformed or out of range. */
public final class InvalidRequestException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public InvalidRequestException(String messageKey, Object... arguments) {
        super(ErrorCode.INVALID_REQUEST, messageKey, arguments);
    }
}
