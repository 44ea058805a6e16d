package org.carme.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.gateway.upstream.ConnectionPool;
import org.carme.gateway.upstream.Dialer;
import org.carme.gateway.upstream.UpstreamConnection;

/** Takes every request on the gateway's origin from its first check to its service, or says why not. */
final class Gateway {
    private static final Logger LOG = System.getLogger(Gateway.class.getName());
    private static final int MOST_REQUESTS_PER_JOB = 250;
    private static final int MOST_TUNNELS_PER_JOB = 2000;

    private final GatewaySettings settings;
    private final Doorkeeper doorkeeper;
    private final ConnectionPool pool;
    private final Crossings exchanges;
    private final Crossings tunnels;
    private final TunnelLoop loop;
    private final RequestGuard guard;
    private final EntryCookie cookie;
    private final Answers answers;

    Gateway(GatewaySettings settings, Doorkeeper doorkeeper, Dialer dialer, TunnelLoop loop) {
        this.settings = settings;
        this.doorkeeper = doorkeeper;
        this.loop = loop;
        pool = new ConnectionPool(dialer, settings.clock());
        exchanges = new Crossings(settings.clock(), MOST_REQUESTS_PER_JOB);
        tunnels = new Crossings(settings.clock(), MOST_TUNNELS_PER_JOB);
        guard = new RequestGuard(settings.address());
        cookie = new EntryCookie(settings.address().isSecure());
        answers = new Answers(settings.address());
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        try {
            answer(request, response);
        } catch (IOException e) {
            // one side has gone in the middle; the container would warn of every tab that is closed
            LOG.log(Level.DEBUG, "Broken off: {0}", e.toString());
            BrowserConnection.of(request).orElseThrow(() -> e).cut();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (Answers.isStylesheet(request)) {
            answers.stylesheet(response);
            return;
        }
        EntryPath path = EntryPath.parse(request.getRequestURI(), request.getQueryString())
                .orElse(null);
        Optional<Refusal> refusal = path == null ? Optional.of(Refusal.UNKNOWN) : guard.check(request);
        if (refusal.isPresent()) {
            answers.refuse(request, response, path, refusal.get());
        } else if (path.isOwn()) {
            open(request, response, path);
        } else {
            forward(request, response, path);
        }
    }

    /** To be called every half second: ends what is over and what takes too long. */
    void sweep() {
        Set<String> sessions =
                Stream.concat(exchanges.sessions(), tunnels.sessions()).collect(Collectors.toSet());
        Set<String> over = doorkeeper.over(sessions);
        exchanges.sweep(over);
        tunnels.sweep(over);
        pool.closeIdle();
    }

    /** @return how many requests and WebSockets are under way */
    int connections() {
        return exchanges.size() + tunnels.size();
    }

    void sessionEnded(String session) {
        exchanges.cutSession(session);
        tunnels.cutSession(session);
    }

    void jobEnded(String jobKey) {
        exchanges.cutJob(jobKey);
        tunnels.cutJob(jobKey);
        pool.forget(jobKey);
    }

    void stop() {
        exchanges.cutAll();
        tunnels.cutAll();
        pool.closeAll();
        loop.stop();
    }

    GatewaySettings settings() {
        return settings;
    }

    ConnectionPool pool() {
        return pool;
    }

    Answers answers() {
        return answers;
    }

    /** Hands the connection over to a tunnel, which begins when the answer has gone out. */
    void tunnel(HttpServletRequest request, Admission.Granted granted, UpstreamConnection connection)
            throws IOException, ServletException {
        request.upgrade(Tunnel.class).prepare(granted, connection, BrowserConnection.of(request), tunnels, loop);
    }

    private void forward(HttpServletRequest request, HttpServletResponse response, EntryPath path)
            throws IOException, ServletException {
        Admission admission = doorkeeper.admit(path, cookie.values(request));
        if (admission instanceof Admission.Refused refused) {
            answers.refuse(request, response, path, refused.reason());
        } else if (admission instanceof Admission.Granted granted) {
            if (path.rest().isEmpty()) {
                answers.redirect(response, path.base() + "/" + (path.query() == null ? "" : "?" + path.query()));
                return;
            }
            Exchange exchange = new Exchange(this, request, response, path, granted);
            if (!exchanges.add(exchange)) {
                answers.refuse(request, response, path, Refusal.BUSY);
                return;
            }
            try {
                exchange.run();
            } finally {
                exchanges.remove(exchange);
            }
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, EntryPath path) throws IOException {
        String ticket = request.getParameter("ticket");
        Optional<Doorkeeper.Opened> opened = path.rest().equals("/open")
                        && ticket != null
                        && request.getMethod().equals("GET")
                ? doorkeeper.redeem(path.jobKey(), ticket)
                : Optional.empty();
        if (opened.isEmpty()) {
            answers.refuse(request, response, path, Refusal.TICKET_SPENT);
            return;
        }
        response.addHeader("Set-Cookie", cookie.header(path, opened.get().cookie()));
        answers.redirect(response, opened.get().path());
    }
}
