package org.carme.templates;

/**
 * An accelerator type that may be chosen.
 *
 * @param name as Slurm names it; {@link Template#CPU} means none, then free and total count CPUs
 * @param maxPerNode 0 for {@link Template#CPU}
 */
public record AcceleratorOption(String name, int maxPerNode, int maxNodes, int free, int total) {}
