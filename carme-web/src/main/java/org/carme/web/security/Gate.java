package org.carme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the two origins apart: {@code /entry/} answers on the gateway's alone and nothing else answers there. What
 * changes something on the portal must come from the portal's own pages.
 */
@ApplicationScoped
class Gate {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Origins origins;

    /** @return the status of the refusal, empty if the request may pass */
    Optional<Integer> refusal(HttpServletRequest request) {
        if (isForGateway(request)) {
            return refuseUnless(Requests.isEntry(request), HttpServletResponse.SC_NOT_FOUND);
        }
        if (!origins.isPortal(request.getHeader("Host"))) {
            return Optional.of(Misdirected.STATUS);
        }
        if (Requests.isEntry(request) || Requests.isServersOwn(request) || Requests.asksForErrorPage(request)) {
            return Optional.of(HttpServletResponse.SC_NOT_FOUND);
        }
        return refuseUnless(!isForeignChange(request), HttpServletResponse.SC_FORBIDDEN);
    }

    boolean isForGateway(HttpServletRequest request) {
        return origins.isGateway(request.getHeader("Host"));
    }

    private static Optional<Integer> refuseUnless(boolean right, int status) {
        return right ? Optional.empty() : Optional.of(status);
    }

    /** The API takes no cookie, so nobody else's page can act for its caller. */
    private boolean isForeignChange(HttpServletRequest request) {
        boolean upgrade = request.getHeader("Upgrade") != null;
        if (Requests.isApi(request) || (HARMLESS.contains(request.getMethod()) && !upgrade)) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null
                ? !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                : !origins.isPortalOrigin(origin);
    }
}
