package org.carme.agents;

import java.util.Map;
import org.carme.jobs.JobId;

/**
 * The way to a running job's services.
 *
 * @param address IP address of the node: by the scheduler's word, and inside the networks of the configuration
 * @param port of that job's agent, by its own word
 * @param services by name
 */
public record Route(
        String jobKey, JobId job, String owner, String address, int port, Map<String, ServiceRoute> services) {
    public Route {
        services = Map.copyOf(services);
    }
}
