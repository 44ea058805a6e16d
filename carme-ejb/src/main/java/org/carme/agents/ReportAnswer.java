package org.carme.agents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an agent should know.
 *
 * @param now the portal's time, for a node whose clock is wrong
 * @param endsAt when the scheduler will end the job
 * @param stop whether it should end by itself now
 * @param idleEndsAt when the job is stopped unless somebody uses it; empty if it is not
 * @param logWanted whether somebody reads the job's log at present
 * @param nodes how the job's nodes are reached by ssh, for an agent whose node is
 * @param nodesWithData on how many nodes the copying of data is over, for the first node's agent of a job that has some
 */
public record ReportAnswer(
        Instant now,
        Instant endsAt,
        boolean stop,
        Optional<Instant> idleEndsAt,
        boolean logWanted,
        List<NodeSsh> nodes,
        OptionalInt nodesWithData) {
    public ReportAnswer {
        nodes = List.copyOf(nodes);
    }
}
