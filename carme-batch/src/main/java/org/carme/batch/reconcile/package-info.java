/** {@code reconcile-jobs}: makes Carme's jobs and the scheduler's agree after crashes and outages. */
package org.carme.batch.reconcile;
