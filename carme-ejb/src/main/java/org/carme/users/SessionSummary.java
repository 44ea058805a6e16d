package org.carme.users;

import java.time.Instant;

/** A session without its key. */
public record SessionSummary(Instant startedAt, Instant lastActionAt) {}
