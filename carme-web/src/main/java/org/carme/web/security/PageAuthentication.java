package org.carme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.carme.users.SessionService;

/** The session's login, as long as the database agrees; others are sent to the login page and back again. */
@ApplicationScoped
class PageAuthentication {
    @Inject
    SessionService sessions;

    @Inject
    Origins origins;

    Optional<String> user(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Login.ATTRIBUTE) instanceof Login login)) {
            return Optional.empty();
        }
        Optional<Instant> end =
                Requests.isBackground(request) ? sessions.endOf(login.key()) : sessions.action(login.key());
        if (end.isEmpty()) {
            session.invalidate();
            return Optional.empty();
        }
        session.setAttribute(Login.ATTRIBUTE, login.endingAt(end.get()));
        return Optional.of(login.user());
    }

    /** Ends the session of somebody who is no longer allowed to have one. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session.getAttribute(Login.ATTRIBUTE) instanceof Login login) {
            sessions.end(login.key());
        }
        session.invalidate();
    }

    AuthenticationStatus askToLogIn(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        String target = request.getContextPath() + "/login.xhtml?to="
                + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        try {
            if (Requests.isPartial(request)) {
                redirectPage(response, target);
            } else if (request.getHeader("Upgrade") != null) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", target);
            }
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The redirect that the page's script understands: a plain one would be followed out of sight. */
    private static void redirectPage(HttpServletResponse response, String target) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + target
                        + "\"/></partial-response>");
    }

    /** The page to come back to: what was posted is not repeated, the page that posted it is opened again. */
    private String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        if (request.getMethod().equals("GET")) {
            return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        }
        return origins.portalPath(request.getHeader("Referer")).orElseGet(request::getRequestURI);
    }
}
