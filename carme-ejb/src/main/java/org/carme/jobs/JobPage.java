package org.carme.jobs;

import java.util.List;
import java.util.Optional;

/**
 * A part of a long list.
 *
 * @param next the cursor of the following part, empty at the end
 */
public record JobPage(List<JobSummary> jobs, Optional<String> next) {}
