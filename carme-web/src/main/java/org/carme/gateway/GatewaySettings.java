package org.carme.gateway;

import java.time.Clock;
import java.time.Duration;

/**
 * How the gateway behaves.
 *
 * @param longestWait for the beginning of an answer
 */
record GatewaySettings(GatewayAddress address, Duration longestWait, Clock clock) {}
