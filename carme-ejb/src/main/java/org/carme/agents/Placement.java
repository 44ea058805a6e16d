package org.carme.agents;

import java.time.Instant;

/**
 * Where and until when a job runs, by the scheduler's own word.
 *
 * @param node the node's name
 * @param address its IP address
 * @param run how often the scheduler had put the job back into the queue before
 */
record Placement(String node, String address, int run, Instant endsAt) {}
