/**
 * Who may open which service of a job. A click makes a ticket that works once within 30 seconds; the gateway turns it
 * into a session of its own for this one job, which ends with the portal session that it came from.
 */
package org.carme.entries;
