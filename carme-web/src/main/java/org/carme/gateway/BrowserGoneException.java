package org.carme.gateway;

import java.io.IOException;

/** The browser has gone away, or sent less than it announced: there is nobody left to answer. */
final class BrowserGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    BrowserGoneException(IOException cause) {
        super(cause);
    }

    BrowserGoneException(String message) {
        super(message);
    }
}
