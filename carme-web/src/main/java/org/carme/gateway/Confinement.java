package org.carme.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carme.gateway.upstream.Header;

/** Keeps what a service tells the browser within the service's own part of the gateway's origin. */
final class Confinement {
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authentication-info",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            // speak for the whole origin, or to the server in front
            "clear-site-data",
            "strict-transport-security",
            "public-key-pins",
            "expect-ct",
            "alt-svc",
            "nel",
            "report-to",
            "reporting-endpoints",
            "origin-agent-cluster",
            "service-worker-allowed",
            "set-cookie2",
            "x-sendfile");
    private static final String NGINX_PREFIX = "x-accel-";
    private static final String HOST_COOKIE = "__host-";

    private final EntryPath path;
    private final boolean strip;
    private final GatewayAddress address;

    Confinement(EntryPath path, boolean strip, GatewayAddress address) {
        this.path = path;
        this.strip = strip;
        this.address = address;
    }

    /** @return the header's value for the browser, empty if it must not get the header */
    Optional<String> value(Header header) {
        String name = header.lowerCaseName();
        if (DROPPED.contains(name) || name.startsWith(NGINX_PREFIX)) {
            return Optional.empty();
        }
        if (name.equals("set-cookie")) {
            return cookie(header.value());
        }
        return Optional.of(name.equals("location") ? location(header.value()) : header.value());
    }

    /** Cookies go to the job's paths only, and never under a name of the gateway's or the portal's. */
    private Optional<String> cookie(String value) {
        String[] parts = value.split(";");
        int equals = parts.length == 0 ? -1 : parts[0].indexOf('=');
        String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
        if (!Header.isToken(name)
                || EntryCookie.isReserved(name)
                || name.toLowerCase(Locale.ROOT).startsWith(HOST_COOKIE)) {
            return Optional.empty();
        }
        StringBuilder confined = new StringBuilder(parts[0].strip());
        String cookiePath = path.base() + "/";
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            String lower = attribute.toLowerCase(Locale.ROOT);
            if (lower.startsWith("path=")) {
                cookiePath = cookiePath(attribute.substring("path=".length()));
            } else if (!lower.equals("path") && !lower.equals("domain") && !lower.startsWith("domain=")) {
                confined.append("; ").append(attribute);
            }
        }
        return Optional.of(confined.append("; Path=").append(cookiePath).toString());
    }

    private String cookiePath(String asked) {
        String inside =
                strip && asked.startsWith("/") && !asked.startsWith(path.jobRoot()) ? path.base() + asked : asked;
        return inside.startsWith(path.jobRoot()) ? inside : path.base() + "/";
    }

    private String location(String value) {
        String inside = withoutOwnOrigin(value);
        boolean absolute = inside.startsWith("/") && !inside.startsWith("//");
        return strip && absolute && !inside.startsWith(path.base() + "/") ? path.base() + inside : inside;
    }

    private String withoutOwnOrigin(String value) {
        try {
            URI uri = new URI(value);
            boolean own = address.authority().equalsIgnoreCase(uri.getRawAuthority());
            String rest = own
                    ? value.substring(
                            value.indexOf("//") + 2 + address.authority().length())
                    : value;
            return own && !rest.startsWith("/") ? "/" + rest : rest;
        } catch (URISyntaxException e) {
            return value;
        }
    }
}
