package org.carme.gateway.upstream;

import java.io.IOException;

/** A service sent what is not HTTP, is ambiguous, or is too large. */
public final class BadAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    public BadAnswerException(String message) {
        super(message);
    }
}
