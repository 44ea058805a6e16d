/** Executions of batch jobs over REST, for administrators. */
package org.carme.rest.executions;
