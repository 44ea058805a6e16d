package org.carme.utilisation;

import java.time.Instant;

/**
 * The load at a time.
 *
 * @param at the begin of the time of which it is the mean
 */
public record Point(Instant at, Load load) {}
