package org.carme.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Keeps the two origins apart: {@code /entry/} answers on the gateway's alone and nothing else answers there. What
 * changes something on the portal must come from the portal's own pages.
 */
@WebFilter(filterName = "origins", urlPatterns = "/*", asyncSupported = true)
public class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MISDIRECTED = 421;

    @Inject
    transient Origins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = request.getHeader("Host");
        boolean entry = Requests.path(request).startsWith("/entry/");
        if (origins.isGateway(host)) {
            if (!entry) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            chain.doFilter(request, response);
            return;
        }
        if (!origins.isPortal(host)) {
            response.sendError(MISDIRECTED);
        } else if (entry) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isForeignChange(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            SecurityHeaders.add(request, response, origins.isSecure());
            chain.doFilter(request, response);
        }
    }

    /** The API takes no cookie, so nobody else's page can act for its caller. */
    private boolean isForeignChange(HttpServletRequest request) {
        boolean upgrade = request.getHeader("Upgrade") != null;
        if (Requests.isApi(request) || (HARMLESS.contains(request.getMethod()) && !upgrade)) {
            return false;
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return !origins.isPortalOrigin(origin);
        }
        return !"same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
