/**
 * When a job would start, by a back-fill of our own over what the watcher has in memory: a portal cannot ask Slurm, which
 * tests starts for nobody but the user on a command line. It is an estimate, and no call of the scheduler.
 */
package org.carme.estimates;
