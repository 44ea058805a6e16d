/** {@code /jobs} and {@code /start-options}: a user's own jobs. */
package org.carme.rest.jobs;
