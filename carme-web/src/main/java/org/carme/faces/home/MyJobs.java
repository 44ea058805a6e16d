package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;
import org.carme.web.security.CurrentUser;

/** The user's active jobs, read once for all that a page shows of them. */
@RequestScoped
class MyJobs {
    @Inject
    JobService jobService;

    @Inject
    CurrentUser currentUser;

    private List<JobSummary> active;

    /** @return newest first */
    List<JobSummary> active() {
        if (active == null) {
            active = jobService.active(currentUser.getName());
        }
        return active;
    }

    /** @throws org.carme.jobs.JobNotFoundException also when the job belongs to someone else */
    JobSummary get(JobId id) {
        return jobService.get(currentUser.getName(), id);
    }

    void stop(JobId id) {
        jobService.cancel(currentUser.getName(), id);
    }

    /** Something may have changed: what was read is forgotten. */
    void refresh() {
        active = null;
    }
}
