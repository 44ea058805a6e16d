package org.carme.idle;

import java.time.Duration;

/**
 * What holds for the jobs of a project, or of groups.
 *
 * @param after how long it may be idle until its owner is told
 * @param grace how long it then still runs
 */
public record IdleRule(Duration after, Duration grace) {}
