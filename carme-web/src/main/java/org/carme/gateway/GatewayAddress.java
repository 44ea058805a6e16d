package org.carme.gateway;

import java.net.URI;

/**
 * How browsers see gateway and portal.
 *
 * @param gateway without a path
 * @param portal without a slash at its end
 */
record GatewayAddress(URI gateway, URI portal) {
    /** @return host, and port if it is written */
    String authority() {
        return gateway.getAuthority();
    }

    String scheme() {
        return gateway.getScheme();
    }

    /** @return as browsers write it into the Origin header */
    String origin() {
        return scheme() + "://" + authority();
    }

    boolean isSecure() {
        return scheme().equals("https");
    }

    /** @return where the portal opens this entry point anew, after a login if need be */
    String reopen(EntryPath path) {
        return portal + "/open/" + path.jobKey() + "/" + path.service();
    }
}
