package org.carme.agents;

import java.util.Map;

/**
 * What to submit so that a job's nodes start their agents.
 *
 * @param script the same for every job
 * @param environment everything that differs, secrets included
 */
public record PreparedScript(String script, Map<String, String> environment) {
    public PreparedScript {
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "PreparedScript with " + environment.keySet();
    }
}
