package org.carme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The two origins: the portal's own and the one where user code lives. Their host names must differ, because cookies
 * ignore ports.
 */
@ApplicationScoped
public class Origins {
    @Inject
    @ConfigProperty(name = "carme.portal.url", defaultValue = "http://localhost:8080")
    URI portal;

    @Inject
    @ConfigProperty(name = "carme.gateway.url", defaultValue = "http://127.0.0.1:8081")
    URI gateway;

    boolean isPortal(String hostHeader) {
        return authority(portal).equalsIgnoreCase(hostHeader);
    }

    boolean isGateway(String hostHeader) {
        return authority(gateway).equalsIgnoreCase(hostHeader);
    }

    boolean isSecure() {
        return "https".equals(portal.getScheme());
    }

    boolean isPortalOrigin(String origin) {
        return portalOrigin().equalsIgnoreCase(origin);
    }

    /** @return path and query of an address within the portal, empty for any other */
    Optional<String> portalPath(String address) {
        return address != null && address.startsWith(portalOrigin() + "/")
                ? Optional.of(address.substring(portalOrigin().length()))
                : Optional.empty();
    }

    private String portalOrigin() {
        return portal.getScheme() + "://" + authority(portal);
    }

    /** @return what {@code script-src} and others may not name: only for messages and links */
    public URI gateway() {
        return gateway;
    }

    public URI portal() {
        return portal;
    }

    private static String authority(URI uri) {
        return uri.getRawAuthority();
    }
}
