package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.carme.common.InvalidRequestException;
import org.carme.idle.IdleJobs;
import org.carme.idle.Idleness;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.web.security.CurrentUser;

/** The reader's jobs that are to be stopped because nobody uses them. */
@Named
@RequestScoped
public class IdleNotes {
    @Inject
    IdleJobs idle;

    @Inject
    MyJobs jobs;

    @Inject
    CurrentUser currentUser;

    @Inject
    ExternalContext external;

    private Map<JobId, Idleness> known;

    /** Keeps the job whose number the page sends. */
    public void keep() {
        try {
            String job = external.getRequestParameterMap().getOrDefault("job", "");
            idle.keep(currentUser.getName(), new JobId(Long.parseLong(job)));
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request");
        }
        known = null;
    }

    /** @return null if it is used, or may be idle */
    public Idleness of(JobRow job) {
        if (known == null) {
            known = idle.of(jobs.active().stream().map(JobSummary::id).toList());
        }
        return known.get(new JobId(job.getId()));
    }
}
