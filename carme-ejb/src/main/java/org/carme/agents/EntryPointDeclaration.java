package org.carme.agents;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that jobs offer, as its file declares it. Command, environment and files may hold placeholders, which the
 * agent fills in.
 *
 * @param command never holds the secret: everybody on the node can read command lines
 * @param files texts by file name, written into the service's own folder
 * @param readiness path below the base that answers once the service is usable
 * @param readinessStatus with one of these
 * @param open path below the base where a user starts
 * @param strip whether the service sees its paths without the base
 * @param secret header with which the gateway proves itself to the service
 * @param needs programs, and files by their paths, without which the service is not started
 * @param after names of other entry points that are ready before it is started
 * @param onDemand whether it is started only when somebody opens it
 * @param startLimit how long it may take to answer
 * @param order users see those with smaller numbers first
 */
public record EntryPointDeclaration(
        String name,
        String title,
        String icon,
        List<String> command,
        Map<String, String> environment,
        Map<String, String> files,
        Listen listen,
        String readiness,
        List<Integer> readinessStatus,
        String open,
        boolean strip,
        Optional<SecretHeader> secret,
        List<String> needs,
        List<String> after,
        boolean onDemand,
        Duration startLimit,
        int order) {

    /** Where a service listens. */
    public enum Listen {
        UNIX,
        /** Reachable for everybody on the node: only for services that check their secret themselves. */
        LOOPBACK,
        /** On a port that nothing but itself reaches: in a network namespace of its own, without any other network. */
        NAMESPACE
    }

    public EntryPointDeclaration {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        files = Map.copyOf(files);
        readinessStatus = List.copyOf(readinessStatus);
        needs = List.copyOf(needs);
        after = List.copyOf(after);
    }
}
