package org.carme.faces.jobs;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.carme.faces.home.EntryRow;
import org.carme.faces.home.MoreTime;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.usage.JobUsage;
import org.carme.web.security.CurrentUser;

/** Backs {@code job.xhtml}: one of my jobs, for an administrator anybody's, for a manager perhaps a project's. */
@Named
@ViewScoped
public class JobView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ShownJob shown;

    @Inject
    JobService jobService;

    @Inject
    MoreTime moreTime;

    @Inject
    CurrentUser currentUser;

    private long id;
    private boolean found;

    /** @throws org.carme.jobs.JobNotFoundException if it is none that I may see */
    public void load() {
        shown.job(id);
        found = true;
    }

    /** Stops the job, which only its owner can. */
    public void stop() {
        jobService.cancel(currentUser.getName(), new JobId(id));
        shown.changed();
    }

    /** Gives the job more time, which only its owner can. */
    public void extend() {
        moreTime.extend();
        shown.changed();
    }

    JobUsage usage() {
        return shown.of(id);
    }

    public JobFacts getJob() {
        return shown.facts(id);
    }

    public boolean isFound() {
        return found;
    }

    /** @return whether it is the reader's own: entry points, log and stopping are the owner's alone */
    public boolean isMine() {
        return shown.isMine(id);
    }

    /** @return whether the reader may see what it uses */
    public boolean isUseShown() {
        return shown.isUseShown(id);
    }

    public String address(EntryRow entry) {
        return "/open/" + entry.getJobKey() + "/" + entry.getName();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
