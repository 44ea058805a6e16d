/**
 * The end of each job's log, as the agent on its first node sends it: the portal cannot read files on nodes, and does not
 * have to. It is whatever the job's programs have written, and for the owner's eyes alone.
 */
package org.carme.joblogs;
