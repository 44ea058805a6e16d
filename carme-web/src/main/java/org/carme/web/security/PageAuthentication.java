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

    AuthenticationStatus askToLogIn(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        String target = request.getContextPath() + "/login.xhtml?to="
                + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        try {
            if (Requests.isPartial(request)) {
                response.setContentType("text/xml");
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + target.replace("&", "&amp;") + "\"/></partial-response>");
            } else if (request.getHeader("Upgrade") != null) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                response.sendRedirect(target);
            }
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The page to come back to; what was posted is not repeated. */
    private static String wanted(HttpServletRequest request) {
        String path = Requests.path(request);
        boolean repeatable = request.getMethod().equals("GET") && request.getQueryString() != null;
        return repeatable ? path + "?" + request.getQueryString() : path;
    }
}
