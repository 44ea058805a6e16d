/**
 * What the institution's cluster consists of. Nodes are read from the scheduler, never typed; administrators only say how
 * accelerator types are called and shown. What was last seen of every node is kept, so that somebody is told when one
 * vanishes, loses a part or fails.
 */
package org.carme.inventory;
