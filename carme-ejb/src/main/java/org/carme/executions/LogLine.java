package org.carme.executions;

import java.time.Instant;

/** A line that a step has written for administrators. */
public record LogLine(Instant at, String step, String words) {}
