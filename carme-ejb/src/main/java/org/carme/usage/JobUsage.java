package org.carme.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.jobs.JobSummary;

/**
 * What a job used.
 *
 * @param nodes in the job's own order
 * @param step how far apart samples are, where none is missing
 * @param next from when on there are more samples than these
 */
public record JobUsage(
        JobSummary job, List<NodeUsage> nodes, Duration step, Efficiency efficiency, Optional<Instant> next) {
    public JobUsage {
        nodes = List.copyOf(nodes);
    }
}
