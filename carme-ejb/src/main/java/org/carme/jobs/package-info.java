/**
 * A user's jobs from the first click to the history. A start is an intent in the database first; only the batch job
 * {@code submit-jobs} sends it, so that no crash loses or doubles it. A job's state follows from what the scheduler
 * reports, never from what was asked of it.
 */
package org.carme.jobs;
