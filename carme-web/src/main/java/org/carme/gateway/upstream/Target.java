package org.carme.gateway.upstream;

import java.net.InetSocketAddress;

/** Where a service is reached: its name at the job's agent, and the agent's address. */
public record Target(String jobKey, String service, InetSocketAddress address) {}
