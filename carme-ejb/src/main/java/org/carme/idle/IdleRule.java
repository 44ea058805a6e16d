package org.carme.idle;

import java.time.Duration;

/**
 * What holds for a job.
 *
 * @param after how long it may be idle until its owner is told
 * @param grace how long it then still runs
 */
record IdleRule(Duration after, Duration grace) {}
