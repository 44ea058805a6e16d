/** {@code back-up-database}: Carme's own database as a file that is known to be good. */
package org.carme.batch.backup;
