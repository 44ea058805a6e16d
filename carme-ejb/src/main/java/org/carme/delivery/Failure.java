package org.carme.delivery;

import java.time.Instant;

/**
 * When and why something has not arrived.
 *
 * @param words as in {@link Outcome#words()}
 */
public record Failure(Instant at, String words) {}
