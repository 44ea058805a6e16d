package org.carme.accounting;

import java.time.Instant;

/**
 * Where an import begins.
 *
 * @param lookedBackOn the day whose look for late records this import is, else the day of the last one
 */
public record ImportPlan(Instant from, String lookedBackOn) {}
