package org.carme.batch;

import java.time.Duration;
import java.util.Optional;

/**
 * What a job's XML says to the portal rather than to the runtime.
 *
 * @param timeLimit empty if an execution may take as long as it likes
 * @param alone whether one execution of all portals runs at a time
 */
record JobDefinition(Optional<Duration> timeLimit, boolean alone) {}
