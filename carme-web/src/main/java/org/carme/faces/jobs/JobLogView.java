package org.carme.faces.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.joblogs.JobLogService;
import org.carme.joblogs.LogTail;
import org.carme.jobs.JobId;
import org.carme.web.security.CurrentUser;

/** The end of the log on a job's page, for its owner. */
@Named
@RequestScoped
public class JobLogView {
    @Inject
    JobLogService logs;

    @Inject
    JobView jobView;

    @Inject
    CurrentUser currentUser;

    private LogTail tail;

    @PostConstruct
    void read() {
        tail = logs.read(currentUser.getName(), new JobId(jobView.getId()));
    }

    public String getText() {
        return tail.text();
    }

    public boolean isShortened() {
        return tail.shortened();
    }
}
