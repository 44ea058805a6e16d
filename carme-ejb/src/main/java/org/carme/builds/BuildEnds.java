package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.jobs.JobEnds;
import org.carme.jobs.JobSummary;

/** Ends builds with their jobs. */
@ApplicationScoped
class BuildEnds implements JobEnds {
    @Inject
    BuildProgress progress;

    @Override
    public void ended(JobSummary job) {
        progress.ended(job);
    }
}
