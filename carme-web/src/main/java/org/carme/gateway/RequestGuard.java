package org.carme.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.gateway.upstream.Header;

/** Turns away what another server might read differently than this one, and what another site makes a browser do. */
final class RequestGuard {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");
    private static final Set<String> OWN_DOING = Set.of("same-origin", "none");

    private final GatewayAddress address;

    RequestGuard(GatewayAddress address) {
        this.address = address;
    }

    Optional<Refusal> check(HttpServletRequest request) {
        if (!hasPlainForm(request)) {
            return Optional.of(Refusal.MALFORMED);
        }
        boolean harmless = HARMLESS.contains(request.getMethod()) && !WebSockets.isAskedFor(request);
        return harmless || isOwnDoing(request) ? Optional.empty() : Optional.of(Refusal.FOREIGN);
    }

    private static boolean hasPlainForm(HttpServletRequest request) {
        List<String> lengths = Collections.list(request.getHeaders("Content-Length"));
        List<String> encodings = Collections.list(request.getHeaders("Transfer-Encoding"));
        return Header.isToken(request.getMethod())
                && !NEVER.contains(request.getMethod())
                && Collections.list(request.getHeaders("Host")).size() <= 1
                && isFramedOnce(request, lengths, encodings)
                && hasCleanHeaders(request);
    }

    private static boolean isFramedOnce(HttpServletRequest request, List<String> lengths, List<String> encodings) {
        if (encodings.isEmpty()) {
            return lengths.isEmpty()
                    || (lengths.size() == 1 && lengths.get(0).chars().allMatch(c -> c >= '0' && c <= '9'));
        }
        return lengths.isEmpty()
                && encodings.size() == 1
                && encodings.get(0).equalsIgnoreCase("chunked")
                && request.getProtocol().equals("HTTP/1.1");
    }

    private static boolean hasCleanHeaders(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                if (!new Header(name, value).isClean()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The injected secret switches off the services' own defence against foreign sites, so it must be here. */
    private boolean isOwnDoing(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_DOING.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals(address.origin());
    }
}
