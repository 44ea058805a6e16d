package org.carme.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;

/** Why a request does not reach its service, and the status that says so. */
enum Refusal {
    /** No such entry point, somebody else's, or nobody has been let in with this browser: never told apart. */
    UNKNOWN(HttpServletResponse.SC_NOT_FOUND),
    /** Was let in, and the portal's session has ended since. */
    SESSION_OVER(HttpServletResponse.SC_UNAUTHORIZED),
    TICKET_SPENT(HttpServletResponse.SC_FORBIDDEN),
    /** It starts because of this request, or is starting already. */
    NOT_READY(HttpServletResponse.SC_SERVICE_UNAVAILABLE),
    /** It does not run and will not by itself. */
    FAILED(HttpServletResponse.SC_SERVICE_UNAVAILABLE),
    ENDED(HttpServletResponse.SC_GONE),
    MALFORMED(HttpServletResponse.SC_BAD_REQUEST),
    FOREIGN(HttpServletResponse.SC_FORBIDDEN),
    BUSY(HttpServletResponse.SC_SERVICE_UNAVAILABLE),
    UNREACHABLE(HttpServletResponse.SC_BAD_GATEWAY),
    BAD_ANSWER(HttpServletResponse.SC_BAD_GATEWAY),
    TOO_SLOW(HttpServletResponse.SC_GATEWAY_TIMEOUT);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Whether the next look may find the service. */
    boolean mayPass() {
        return this == NOT_READY || this == FAILED;
    }

    /** Whether opening it anew from the portal is the way on. */
    boolean isReopened() {
        return this == UNKNOWN || this == SESSION_OVER;
    }

    /** @return the stable code of the problem, and the key of its texts */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
