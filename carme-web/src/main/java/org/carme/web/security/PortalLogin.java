package org.carme.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.carme.users.LoginService;
import org.carme.users.SessionService;

/**
 * Logs a browser in and out; the login page and the log-out button call it.
 *
 * <p>After {@link #logIn} the page redirects to {@link #safeTarget} of its parameter {@code to}.
 */
@RequestScoped
public class PortalLogin {
    private static final String HOME = "/index.xhtml";

    @Inject
    LoginService logins;

    @Inject
    SessionService sessions;

    @Inject
    HttpServletRequest request;

    /**
     * Opens the session of somebody with a correct password, under a new session id.
     *
     * @throws org.carme.users.LoginException if nobody may be logged in
     */
    public void logIn(String name, String password) {
        String user = logins.login(name, password, request.getRemoteAddr()).name();
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        if (session.getAttribute(Login.ATTRIBUTE) instanceof Login former) {
            sessions.end(former.key());
        }
        String key = sessions.open(user);
        session.setAttribute(
                Login.ATTRIBUTE, new Login(user, key, sessions.endOf(key).orElse(Instant.now())));
    }

    /** Ends the session everywhere: other tabs, open sockets, entry points. */
    public void logOut() {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (session.getAttribute(Login.ATTRIBUTE) instanceof Login login) {
            sessions.end(login.key());
        }
        session.invalidate();
    }

    /** @return the path if it is one of this portal's pages, else the home page: never another site */
    public static String safeTarget(String path) {
        boolean local = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/login.xhtml")
                && path.chars().allMatch(c -> c > ' ' && c != '\\' && c < 127);
        return local ? path : HOME;
    }
}
