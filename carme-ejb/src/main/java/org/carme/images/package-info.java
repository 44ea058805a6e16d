/**
 * The images that jobs run in, and the runtimes that put them there. A runtime is declared, not coded: the portal knows
 * what its command line looks like, and the job's agent on the node fills it in. What an image may bind and which flags
 * it may have is the site's policy; no more than the job's user is allowed on the node is ever within a job's reach.
 */
package org.carme.images;
