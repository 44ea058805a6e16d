package org.carme.audit;

/**
 * A place in the chain.
 *
 * @param number of the row that stands there, 0 before the first
 * @param seal of that row, empty before the first
 */
record Position(long number, String seal) {}
