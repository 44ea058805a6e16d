/**
 * Limits at a time in the words of Slurm, so that a terminal is no way round. Carme does not write them itself: the
 * slurmrestd that most sites have cannot do so safely. It tells the difference, and the commands that remove it.
 */
package org.carme.quotas.mirror;
