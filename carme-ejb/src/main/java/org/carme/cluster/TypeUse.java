package org.carme.cluster;

/**
 * How much of an accelerator type is in use.
 *
 * @param name as the scheduler names it; {@link ClusterPicture#CPU} counts CPUs
 * @param free can be used at once
 * @param down on nodes that take no new jobs
 */
public record TypeUse(String name, int total, int free, int used, int down) {}
