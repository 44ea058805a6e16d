/** Starts batch jobs by the clock: in one portal of all that share the database. */
package org.carme.batch.schedules;
