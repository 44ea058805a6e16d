/**
 * Jobs that users send past Carme, by {@code sbatch} in a terminal. They are not managed here, only known, so that quotas
 * count them; a row follows what the scheduler reports and is never more than that.
 */
package org.carme.outside;
