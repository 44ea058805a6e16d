package org.carme.gateway;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What the gateway says in its own name: pages for people, problems for programs, redirects. */
final class Answers {
    private static final String STYLESHEET = EntryPath.ROOT + EntryPath.OWN + "/page.css";
    private static final Set<String> PLACES_FOR_PAGES = Set.of("document", "iframe", "frame");
    private static final int SEE_OTHER = 303;
    private static final String SECONDS_BETWEEN_TRIES = "2";

    private final GatewayAddress address;

    Answers(GatewayAddress address) {
        this.address = address;
    }

    static boolean isStylesheet(HttpServletRequest request) {
        return request.getRequestURI().equals(STYLESHEET);
    }

    void stylesheet(HttpServletResponse response) throws IOException {
        try (InputStream css = Answers.class.getResourceAsStream("page.css")) {
            byte[] bytes = css.readAllBytes();
            response.setContentType("text/css;charset=utf-8");
            response.setHeader("Cache-Control", "max-age=3600");
            response.setHeader("X-Content-Type-Options", "nosniff");
            send(response, bytes);
        }
    }

    /** Leads on without telling the next place, or its logs, where from. */
    void redirect(HttpServletResponse response, String path) {
        response.setStatus(SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(0);
    }

    /** @param path null if the address makes no sense */
    void refuse(HttpServletRequest request, HttpServletResponse response, EntryPath path, Refusal reason)
            throws IOException {
        response.reset();
        response.setStatus(reason.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (reason == Refusal.MALFORMED) {
            response.setHeader("Connection", "close");
        }
        if (reason == Refusal.SESSION_OVER) {
            response.setHeader("WWW-Authenticate", "Carme");
        }
        if (reason.mayPass() || reason == Refusal.BUSY) {
            response.setHeader("Retry-After", SECONDS_BETWEEN_TRIES);
        }
        if (wantsPage(request)) {
            page(request, response, path, reason);
        } else {
            problem(response, reason);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, EntryPath path, Refusal reason)
            throws IOException {
        if (reason.mayPass() && request.getMethod().equals("GET")) {
            response.setHeader("Refresh", SECONDS_BETWEEN_TRIES);
        }
        response.setContentType("text/html;charset=utf-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        RefusalPage page = new RefusalPage(request.getLocales(), address, STYLESHEET);
        send(response, page.html(path, reason).getBytes(StandardCharsets.UTF_8));
    }

    private static void problem(HttpServletResponse response, Refusal reason) throws IOException {
        response.setContentType("application/problem+json");
        String problem = Json.createObjectBuilder()
                .add("status", reason.status())
                .add("code", "entry-point-" + reason.code())
                .build()
                .toString();
        send(response, problem.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, byte[] bytes) throws IOException {
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String place = request.getHeader("Sec-Fetch-Dest");
        return accept != null
                && accept.contains("text/html")
                && (place == null || PLACES_FOR_PAGES.contains(place))
                && !WebSockets.isAskedFor(request);
    }
}
