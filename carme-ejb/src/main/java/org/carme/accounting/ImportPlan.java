package org.carme.accounting;

import java.time.Instant;

/**
 * Where an import begins.
 *
 * @param known until when all was kept before
 * @param lookedBackOn the day whose look for late records this import is, else the day of the last one
 */
public record ImportPlan(Instant from, Instant known, String lookedBackOn) {}
