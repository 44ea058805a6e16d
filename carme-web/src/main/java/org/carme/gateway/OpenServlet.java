package org.carme.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carme.common.CarmeException;
import org.carme.entries.EntryService;
import org.carme.web.security.CurrentUser;

/**
 * A click on an entry point, on the portal's origin: {@code /open/<job key>/<service>} makes a ticket and goes to the
 * gateway with it. Somebody else's page can cause that, but only for one's own job and without seeing the ticket.
 */
@WebServlet("/open/*")
public class OpenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([a-z0-9]{26})/([a-z][a-z0-9-]{0,30})");

    @Inject
    transient EntryService entries;

    @Inject
    transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.sendRedirect(entries.ticket(
                            currentUser.getName(), Optional.of(currentUser.sessionKey()), path.group(1), path.group(2))
                    .toString());
        } catch (CarmeException notYours) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
