package org.carme.faces.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.carme.faces.layout.JobTexts;
import org.carme.jobs.JobPage;
import org.carme.jobs.JobService;
import org.carme.web.security.CurrentUser;

/** Backs {@code history.xhtml}: my ended jobs, newest end first, in parts. */
@Named
@RequestScoped
public class HistoryView {
    private static final int PART = 25;

    @Inject
    JobService jobService;

    @Inject
    CurrentUser currentUser;

    @Inject
    JobTexts texts;

    private List<EndedRow> jobs = List.of();
    private String after;
    private String next;

    public void load() {
        JobPage page = jobService.ended(currentUser.getName(), PART, Optional.ofNullable(after));
        texts.learn(page.jobs());
        jobs = page.jobs().stream()
                .map(job -> new EndedRow(job, texts.resources(job), texts.project(job)))
                .toList();
        next = page.next().orElse(null);
    }

    public List<EndedRow> getJobs() {
        return jobs;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getNext() {
        return next;
    }
}
