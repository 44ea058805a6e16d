package org.carme.quotas;

import java.time.Duration;
import java.util.Optional;

/**
 * What a start needs.
 *
 * @param accelerators of all nodes together
 */
public record QuotaDemand(int nodes, Optional<String> acceleratorType, int accelerators, Duration timeLimit) {}
