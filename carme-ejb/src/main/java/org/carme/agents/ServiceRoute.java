package org.carme.agents;

import java.util.Optional;

/**
 * A job's service as the gateway needs it.
 *
 * @param open path below the base where a user starts
 * @param strip whether the service sees its paths without the base
 * @param secret header to send with every request
 * @param state claimed by the agent
 * @param detail why it has failed, if it has; may be empty
 * @param order users see those with smaller numbers first
 */
public record ServiceRoute(
        String name,
        String title,
        String icon,
        String open,
        boolean strip,
        Optional<SecretHeader> secret,
        ServiceState state,
        String detail,
        int order) {
    /** Whether it answers. */
    public boolean ready() {
        return state == ServiceState.READY;
    }

    /** Whether it starts when somebody opens it. */
    public boolean idle() {
        return state == ServiceState.IDLE;
    }

    /** @return why it does not answer, if it has failed; may be an empty text */
    public Optional<String> failure() {
        return state == ServiceState.FAILED ? Optional.of(detail) : Optional.empty();
    }
}
