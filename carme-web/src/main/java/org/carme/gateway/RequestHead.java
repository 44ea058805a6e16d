package org.carme.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.carme.gateway.upstream.Header;

/** The head of a request as the service gets it. */
final class RequestHead {
    private static final Set<String> NOT_FORWARDED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "content-length",
            "expect",
            "host",
            "cookie",
            "authorization",
            "forwarded",
            "x-real-ip");
    private static final String FORWARDED_PREFIX = "x-forwarded-";

    private final HttpServletRequest request;
    private final StringBuilder text = new StringBuilder(1024);

    private RequestHead(HttpServletRequest request) {
        this.request = request;
    }

    static ByteBuffer of(
            HttpServletRequest request, EntryPath path, Admission.Granted granted, GatewayAddress address) {
        RequestHead head = new RequestHead(request);
        head.text
                .append(request.getMethod())
                .append(' ')
                .append(path.forService(granted.strip()))
                .append(" HTTP/1.1\r\n");
        head.add("Host", address.authority());
        head.forward(granted.secret().map(Header::lowerCaseName).orElse(""));
        head.introduce(path, granted.strip(), address);
        granted.secret().ifPresent(secret -> head.add(secret.name(), secret.value()));
        head.frame();
        return ByteBuffer.wrap(head.text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void forward(String secretName) {
        Set<String> hopByHop = namedByConnection();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            String key = name.toLowerCase(Locale.ROOT);
            if (NOT_FORWARDED.contains(key)
                    || hopByHop.contains(key)
                    || key.startsWith(FORWARDED_PREFIX)
                    || key.equals(secretName)) {
                continue;
            }
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                add(name, values.nextElement());
            }
        }
        String cookies = EntryCookie.forService(request);
        if (!cookies.isEmpty()) {
            add("Cookie", cookies);
        }
    }

    private Set<String> namedByConnection() {
        Set<String> named = new HashSet<>();
        for (Enumeration<String> values = request.getHeaders("Connection"); values.hasMoreElements(); ) {
            Stream.of(values.nextElement().toLowerCase(Locale.ROOT).split(","))
                    .map(String::strip)
                    .forEach(named::add);
        }
        return named;
    }

    private void introduce(EntryPath path, boolean strip, GatewayAddress address) {
        add("X-Forwarded-For", request.getRemoteAddr());
        add("X-Forwarded-Host", address.authority());
        add("X-Forwarded-Proto", address.scheme());
        if (strip) {
            add("X-Forwarded-Prefix", path.base());
        }
    }

    private void frame() {
        if (WebSockets.isAskedFor(request)) {
            add("Connection", "Upgrade");
            add("Upgrade", "websocket");
            return;
        }
        String length = request.getHeader("Content-Length");
        if (length != null) {
            add("Content-Length", length);
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            add("Transfer-Encoding", "chunked");
        }
    }

    private void add(String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }
}
