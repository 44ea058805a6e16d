package org.carme.jobs;

import java.time.Instant;
import java.util.Optional;

/** What of a job an observation may change; compared to know whether one did. */
record JobFacts(
        JobState state,
        String reason,
        String nodeNames,
        int restarts,
        Optional<Instant> startedAt,
        Optional<Instant> endsAt) {}
