/**
 * What was used, from Slurm's accounting: the base of statements. Quotas do not ask it, for they need the present, which
 * the accounting learns last (ADR 37).
 */
package org.carme.accounting;
