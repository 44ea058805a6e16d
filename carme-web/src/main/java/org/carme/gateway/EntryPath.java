package org.carme.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a request as the browser sent it, undecoded.
 *
 * @param service {@link #OWN} where the gateway itself is meant
 * @param rest what follows the service: empty, or beginning with a slash
 * @param query without its question mark, null if there is none
 */
record EntryPath(String jobKey, String service, String rest, String query) {
    static final String ROOT = "/entry/";
    static final String OWN = "-";

    private static final Pattern SHAPE = Pattern.compile("/entry/([a-z0-9]{26})/([a-z][a-z0-9-]{0,30}|-)(/.*)?");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    /** @return empty if no service can have such an address */
    static Optional<EntryPath> parse(String uri, String query) {
        Matcher parts = SHAPE.matcher(uri);
        if (!parts.matches() || !isPlain(uri) || (query != null && !isPlain(query)) || climbs(uri)) {
            return Optional.empty();
        }
        String rest = parts.group(3) == null ? "" : parts.group(3);
        return Optional.of(new EntryPath(parts.group(1), parts.group(2), rest, query));
    }

    /** @return what all addresses of the service begin with, without a slash at its end */
    String base() {
        return jobRoot() + service;
    }

    /** @return what all addresses of the job begin with, with a slash at its end */
    String jobRoot() {
        return ROOT + jobKey + "/";
    }

    boolean isOwn() {
        return service.equals(OWN);
    }

    /** @return path and query as the service gets them */
    String forService(boolean strip) {
        String path = strip ? rest : base() + rest;
        return query == null ? path : path + "?" + query;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '\\' || c == '#') {
                return false;
            }
        }
        return true;
    }

    /** Dots that climb would mean one address here and another one in the service or its cookies' paths. */
    private static boolean climbs(String uri) {
        if (uri.indexOf('.') < 0 && uri.indexOf('%') < 0) {
            return false;
        }
        String decoded = uri.toLowerCase(Locale.ROOT)
                .replace("%2e", ".")
                .replace("%2f", "/")
                .replace("%5c", "\\");
        return Arrays.stream(SEPARATOR.split(decoded))
                .map(segment -> segment.split(";", 2)[0])
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}
