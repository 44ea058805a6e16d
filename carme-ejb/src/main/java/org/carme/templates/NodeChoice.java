package org.carme.templates;

/**
 * A number of accelerators per node that may be chosen.
 *
 * @param perNode 0 for {@link Template#CPU}
 * @param maxNodes of one job with so many on each node
 * @param freeNodes that have so many free now, also beyond what one job may have
 */
public record NodeChoice(int perNode, int maxNodes, int freeNodes) {}
