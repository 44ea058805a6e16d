package org.carme.agents;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carme.builds.TaskReport;
import org.carme.common.InvalidRequestException;
import org.carme.joblogs.LogPiece;
import org.carme.usage.UsageClaim;

/**
 * What an agent says: claims of the job's user, never a base for anybody's rights.
 *
 * @param number grows with every report of an agent
 * @param port where the agent listens for the gateway
 * @param ssh the node's sshd, while there is one
 * @param idleSeconds for how long the job has not been used on this node, of agents that say so
 * @param task of an agent that has one
 */
public record AgentReport(
        long number,
        Optional<Integer> port,
        List<ServiceReport> services,
        Optional<SshServer> ssh,
        UsageClaim usage,
        OptionalLong idleSeconds,
        Optional<LogPiece> log,
        DataClaim data,
        Optional<TaskReport> task) {
    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65535;

    /** @throws InvalidRequestException if a value is out of range */
    public AgentReport {
        services = List.copyOf(services);
        if (number < 0) {
            throw invalid("sequence");
        }
        if (port.filter(value -> value < FIRST_PORT || value > LAST_PORT).isPresent()) {
            throw invalid("port");
        }
        if (services.stream().map(ServiceReport::name).distinct().count() != services.size()) {
            throw invalid("services");
        }
    }

    /** A report that cannot be meant. */
    public static InvalidRequestException invalid(String field) {
        return new InvalidRequestException("invalid-request", field);
    }
}
