/**
 * When batch jobs are started. A job's XML says what is usual, rows only what an administrator has changed. Which portal
 * of several starts them is a matter of a lease; each start is written down in the transaction that checks it.
 */
package org.carme.schedules;
