/**
 * What Carme needs from a batch scheduler, in neutral words. Nobody outside knows Slurm: its adapter in {@code
 * cluster.slurm} is reached through {@link org.carme.cluster.Scheduler} alone. "Not found" is an answer, an
 * unreachable controller is an error: the two are never mixed, because losing a job and losing sight of it differ.
 */
package org.carme.cluster;
