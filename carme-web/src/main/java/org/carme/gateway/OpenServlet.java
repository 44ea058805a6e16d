package org.carme.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;
import org.carme.entries.EntryService;
import org.carme.web.security.CurrentUser;

/**
 * The portal's way into an entry point: {@code /open/<job key>/<service>} makes a ticket and leads to the gateway. A
 * link on the portal's own pages does so at once; who comes from elsewhere is asked to press a button first, so that no
 * other site opens anything in the user's name.
 */
@WebServlet("/open/*")
public class OpenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern SHAPE = Pattern.compile("/([a-z0-9]{26})/([a-z][a-z0-9-]{0,30})");
    private static final Set<String> OWN_DOING = Set.of("same-origin", "none");
    private static final int SEE_OTHER = 303;

    @Inject
    private transient EntryService entries;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient GatewaySettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isOwnDoing(request)) {
            open(request, response);
        } else {
            ask(request, response);
        }
    }

    /** Whoever posts has passed the check of the origin already. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(request, response);
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = SHAPE.matcher(String.valueOf(request.getPathInfo()));
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            String ticket = entries.ticket(
                            currentUser.getName(), Optional.of(currentUser.sessionKey()), path.group(1), path.group(2))
                    .toString();
            response.setStatus(SEE_OTHER);
            response.setHeader("Location", ticket);
            response.setHeader("Referrer-Policy", "no-referrer");
        } catch (CarmeException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isOwnDoing(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_DOING.contains(site) && "document".equals(request.getHeader("Sec-Fetch-Dest"));
        }
        String referer = request.getHeader("Referer");
        return referer != null && referer.startsWith(settings.address().portal() + "/");
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        // browsers hold redirects of a form to the same rule
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + settings.address().origin());
        byte[] page = new RefusalPage(request.getLocales(), settings.address(), "/resources/css/carme.css")
                .question()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
