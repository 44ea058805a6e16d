package org.carme.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.gateway.upstream.ResponseHead;

/** How a WebSocket begins. What follows the handshake is of no interest here and passes unseen. */
final class WebSockets {
    private WebSockets() {}

    static boolean isAskedFor(HttpServletRequest request) {
        String upgrade = request.getHeader("Upgrade");
        return upgrade != null
                && upgrade.strip().equalsIgnoreCase("websocket")
                && request.getMethod().equals("GET")
                && Collections.list(request.getHeaders("Connection")).stream()
                        .flatMap(value -> Stream.of(value.split(",")))
                        .anyMatch(word -> word.strip().toLowerCase(Locale.ROOT).equals("upgrade"));
    }

    static boolean isAgreed(ResponseHead head) {
        Optional<String> upgrade = head.values("Upgrade").stream().findFirst();
        return head.isSwitchingProtocols()
                && upgrade.filter(value -> value.strip().equalsIgnoreCase("websocket"))
                        .isPresent();
    }
}
