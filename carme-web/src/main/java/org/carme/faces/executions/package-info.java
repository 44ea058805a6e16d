/** Executions of batch jobs as pages, for administrators. */
package org.carme.faces.executions;
