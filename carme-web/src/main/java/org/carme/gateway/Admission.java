package org.carme.gateway;

import java.util.Optional;
import org.carme.gateway.upstream.Header;
import org.carme.gateway.upstream.Target;

/** What the doorkeeper says about a request. */
sealed interface Admission {
    /** Not let in. */
    record Refused(Refusal reason) implements Admission {}

    /**
     * Let in.
     *
     * @param session the gateway's session, whose end ends what is under way
     * @param strip whether the service sees its paths without the base
     * @param secret what shows the service that the gateway is asking
     */
    record Granted(String session, Target target, boolean strip, Optional<Header> secret) implements Admission {}
}
