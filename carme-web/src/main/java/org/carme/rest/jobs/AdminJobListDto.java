package org.carme.rest.jobs;

import java.util.List;
import org.carme.jobs.JobPage;

/**
 * A part of everybody's jobs.
 *
 * @param next the cursor of the following part, absent at the end
 */
public record AdminJobListDto(List<AdminJobDto> jobs, String next) {
    static AdminJobListDto of(JobPage page) {
        return new AdminJobListDto(
                page.jobs().stream().map(AdminJobDto::of).toList(), page.next().orElse(null));
    }
}
