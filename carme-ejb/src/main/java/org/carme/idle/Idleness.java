package org.carme.idle;

import java.time.Instant;

/**
 * Of a job that nobody uses.
 *
 * @param since when it was last used
 * @param endsAt when it is stopped unless it is used
 */
public record Idleness(Instant since, Instant endsAt) {}
