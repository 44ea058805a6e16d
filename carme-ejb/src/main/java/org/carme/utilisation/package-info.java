/**
 * How much of the cluster is, was and will be in use. The portal takes its own samples of what the watcher has in memory;
 * a time in which nobody looked stays a gap.
 */
package org.carme.utilisation;
