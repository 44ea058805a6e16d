/** {@code import-accounting}: what was used, from Slurm's accounting. */
package org.carme.batch.accounting;
