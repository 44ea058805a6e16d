package org.carme.rest.jobs;

import java.util.List;
import org.carme.inventory.DescribedTypes;
import org.carme.jobs.JobPage;

/**
 * A part of everybody's jobs.
 *
 * @param next the cursor of the following part, absent at the end
 */
public record AdminJobListDto(List<AdminJobDto> jobs, String next) {
    static AdminJobListDto of(JobPage page, DescribedTypes types) {
        return new AdminJobListDto(
                page.jobs().stream().map(job -> AdminJobDto.of(job, types)).toList(),
                page.next().orElse(null));
    }
}
