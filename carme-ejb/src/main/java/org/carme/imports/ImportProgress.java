package org.carme.imports;

import java.util.Optional;

/**
 * How far a look has come.
 *
 * @param entries how many were looked at
 * @param plan empty while it goes on
 */
public record ImportProgress(int entries, Optional<ImportPlan> plan) {}
