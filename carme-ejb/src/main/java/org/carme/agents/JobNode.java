package org.carme.agents;

import java.time.Instant;
import java.util.Optional;

/**
 * A node of a job, by its agent there.
 *
 * @param name its name, or its number in the job if it began before names were kept
 * @param heardAt when the agent reported last, up to half a minute too early; empty before it did
 * @param silent whether that is so long ago that the node, or the way from it, may be down
 */
public record JobNode(String name, Optional<Instant> heardAt, boolean silent) {}
