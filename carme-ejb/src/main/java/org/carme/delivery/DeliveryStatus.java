package org.carme.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How a channel works.
 *
 * @param waiting messages not yet sent
 * @param lost messages given up, as long as messages are kept
 */
public record DeliveryStatus(
        Channel channel, long waiting, long lost, Optional<Instant> lastSent, Optional<Failure> lastFailed) {}
