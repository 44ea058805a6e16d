package org.carme.rest.jobs;

import java.util.List;
import org.carme.inventory.DescribedTypes;
import org.carme.jobs.JobSummary;

/** Somebody's job as administrators see it: without its entry points and the scheduler's plan. */
public record AdminJobDto(String owner, JobDto job) {
    static AdminJobDto of(JobSummary job, DescribedTypes types) {
        return new AdminJobDto(job.owner(), JobDto.of(job, types, JobDto.Outlook.NONE, List.of()));
    }
}
