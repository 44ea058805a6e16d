/**
 * The scheduler port on Slurm's slurmrestd. Two families of its API differ in nearly every word (v0.0.38, and v0.0.41 to
 * v0.0.44); the server is asked which it speaks. HTTP statuses mean little there: an answer is judged by the numbers in
 * its {@code errors}, and a submission has succeeded when, and only when, it has a job id.
 */
package org.carme.cluster.slurm;
