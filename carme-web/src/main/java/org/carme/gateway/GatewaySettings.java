package org.carme.gateway;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the gateway behaves.
 *
 * @param longestWait for the beginning of an answer
 */
record GatewaySettings(GatewayAddress address, Duration longestWait, Clock clock) {
    static final String PORTAL_KEY = "carme.portal.url";
    static final String GATEWAY_KEY = "carme.gateway.url";
    static final String WAIT_KEY = "carme.gateway.response.seconds";

    /** @throws IllegalStateException naming the key that is wrong */
    static GatewaySettings of(Function<String, Optional<String>> configuration, Clock clock) {
        URI portal = origin(PORTAL_KEY, configuration.apply(PORTAL_KEY).orElse("http://localhost:8080"));
        URI gateway = origin(GATEWAY_KEY, configuration.apply(GATEWAY_KEY).orElse("http://127.0.0.1:8081"));
        if (portal.getHost().equalsIgnoreCase(gateway.getHost())) {
            throw new IllegalStateException(
                    GATEWAY_KEY + ": must have another host than " + PORTAL_KEY + ", because cookies ignore ports");
        }
        Duration wait = Duration.ofSeconds(seconds(configuration.apply(WAIT_KEY).orElse("600")));
        return new GatewaySettings(new GatewayAddress(gateway, portal), wait, clock);
    }

    private static URI origin(String key, String text) {
        try {
            URI url = URI.create(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean bare = url.getRawPath() == null
                    || url.getRawPath().isEmpty()
                    || url.getRawPath().equals("/");
            if (web && bare && url.getHost() != null && url.getRawQuery() == null && url.getRawUserInfo() == null) {
                return URI.create(url.getScheme() + "://" + url.getRawAuthority());
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + ": \"" + text + "\" is not an address", e);
        }
        throw new IllegalStateException(key + ": \"" + text + "\" is not http(s)://host:port");
    }

    private static int seconds(String text) {
        if (text.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(text);
        }
        throw new IllegalStateException(WAIT_KEY + ": \"" + text + "\" is not a number of seconds");
    }
}
