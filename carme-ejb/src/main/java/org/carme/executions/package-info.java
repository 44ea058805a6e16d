/**
 * Executions of batch jobs, of all portals: which one runs, on whose behalf, how far it is and what went wrong. The
 * runtime's own tables say how an execution went; what it does not know stands in tables beside them. The batch module
 * registers itself with {@link org.carme.executions.Runners}, as nobody here knows it.
 */
package org.carme.executions;
