package org.carme.agents;

/**
 * How a node of a job is reached by ssh from the job's nodes.
 *
 * @param node its name
 * @param address by the scheduler's word
 * @param server what its agent says
 */
public record NodeSsh(String node, String address, SshServer server) {}
