/** The whole portal on real parts: a private Slurm cluster, a portal process that can be killed, plain HTTP. */
package org.carme.system;
