package org.carme.rest.jobs;

import java.util.List;

/**
 * A part of a list of jobs.
 *
 * @param next the cursor of the following part, absent at the end
 */
public record JobListDto(List<JobDto> jobs, String next) {}
