package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.jobs.JobEnds;
import org.carme.jobs.JobSummary;

/** Ends builds with their jobs. */
@ApplicationScoped
class BuildEnds implements JobEnds {
    @Inject
    BuildProgress progress;

    @Override
    public void ended(List<JobSummary> jobs) {
        progress.ended(jobs);
    }
}
