package org.carme.agentlistener;

import java.io.IOException;

/** What came is no request that anything here could answer. */
final class UnacceptableRequestException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnacceptableRequestException(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }
}
