package org.carme.faces.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.common.InvalidRequestException;
import org.carme.entries.EntryRestarts;
import org.carme.faces.home.EntryRow;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobId;
import org.carme.web.security.CurrentUser;

/** Backs {@code WEB-INF/job-entries.xhtml}: the entry points on a job's own page. */
@Named
@RequestScoped
public class JobEntries {
    @Inject
    ShownJob shown;

    @Inject
    EntryRestarts restarts;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    ExternalContext external;

    /** Restarts the entry point that the page names, in the job whose number it sends. */
    public void restart() {
        restarts.restart(currentUser.getName(), new JobId(job()), parameter("entry"));
        shown.changed();
    }

    /** Whether it is to be restarted. */
    public String question(EntryRow entry) {
        return texts.text("entry.restart.question", entry.getTitle());
    }

    private long job() {
        try {
            return Long.parseLong(parameter("job"));
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request");
        }
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }
}
