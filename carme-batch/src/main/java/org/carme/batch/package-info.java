/**
 * The batch jobs and their schedule. A job's XML in {@code META-INF/batch-jobs} is its table of contents; the artefacts
 * only order the work, the rules are in the services. Steps that call the scheduler are batchlets which record each
 * result in a transaction of its own.
 */
package org.carme.batch;
