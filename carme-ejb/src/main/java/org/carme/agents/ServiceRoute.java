package org.carme.agents;

import java.util.Optional;

/**
 * A job's service as the gateway needs it.
 *
 * @param open path below the base where a user starts
 * @param strip whether the service sees its paths without the base
 * @param secret header to send with every request
 * @param ready whether it answers; claimed by the agent
 * @param failure why it does not, if the agent has said that it failed; may be an empty text
 */
public record ServiceRoute(
        String name,
        String title,
        String icon,
        String open,
        boolean strip,
        Optional<SecretHeader> secret,
        boolean ready,
        Optional<String> failure) {}
