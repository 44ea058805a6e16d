package org.carme.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The gateway's own cookie, and which names are Carme's altogether: those never reach a service, and no service may set
 * them. {@code __Host-} is out of reach, because it would mean one cookie for all jobs.
 */
final class EntryCookie {
    private static final Pattern RESERVED = Pattern.compile("(__host-|__secure-)?(carme-.*|jsessionid)");
    private static final Pattern SEPARATOR = Pattern.compile(";");

    private final String name;
    private final boolean secure;

    EntryCookie(boolean secure) {
        this.name = secure ? "__Secure-carme-entry" : "carme-entry";
        this.secure = secure;
    }

    /** @return the header that gives the browser this session, for this job alone and hidden from scripts */
    String header(EntryPath path, String value) {
        return name + "=" + value + "; Path=" + path.jobRoot() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    /** @return every value: a service's script may have set a cookie of the same name for a longer path */
    List<String> values(HttpServletRequest request) {
        List<String> values = new ArrayList<>(1);
        for (String pair : pairs(request)) {
            if (pair.startsWith(name) && pair.length() > name.length() && pair.charAt(name.length()) == '=') {
                values.add(pair.substring(name.length() + 1));
            }
        }
        return values;
    }

    /** @return the Cookie header for the service, empty if nothing is left for it */
    static String forService(HttpServletRequest request) {
        StringBuilder kept = new StringBuilder();
        for (String pair : pairs(request)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && !isReserved(pair.substring(0, equals))) {
                kept.append(kept.length() == 0 ? "" : "; ").append(pair);
            }
        }
        return kept.toString();
    }

    static boolean isReserved(String cookieName) {
        return RESERVED.matcher(cookieName.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static List<String> pairs(HttpServletRequest request) {
        List<String> pairs = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("Cookie"))) {
            for (String pair : SEPARATOR.split(header)) {
                pairs.add(pair.strip());
            }
        }
        return pairs;
    }
}
