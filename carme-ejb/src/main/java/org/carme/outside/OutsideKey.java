package org.carme.outside;

import java.time.Instant;

/** Which job: ids are given out again after a controller's sudden death, and a requeued job is submitted again. */
public record OutsideKey(String slurmJobId, Instant submittedAt) {}
