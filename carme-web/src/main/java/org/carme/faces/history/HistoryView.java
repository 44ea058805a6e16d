package org.carme.faces.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.export.HistoryExport;
import org.carme.faces.layout.Attachment;
import org.carme.faces.layout.Days;
import org.carme.faces.layout.JobTexts;
import org.carme.jobs.HistoryQuery;
import org.carme.jobs.HistoryTotal;
import org.carme.jobs.JobHistory;
import org.carme.jobs.JobId;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobPage;
import org.carme.web.security.CurrentUser;

/** Backs {@code history.xhtml}: my ended jobs, newest end first, in parts. */
@Named
@RequestScoped
public class HistoryView {
    private static final int PART = 25;

    @Inject
    JobHistory history;

    @Inject
    HistoryExport export;

    @Inject
    CurrentUser currentUser;

    @Inject
    JobTexts jobTexts;

    @Inject
    UsedTexts usedTexts;

    private final HistoryForm form = new HistoryForm();
    private List<EndedRow> jobs = List.of();
    private List<HistoryTotal> totals = List.of();
    private String after;
    private String next;
    private String file;

    /** Sends the file instead of the page where that is asked for. */
    public void load() throws IOException {
        HistoryQuery query = form.query();
        if ("csv".equals(file)) {
            Attachment.send("history", export.of(currentUser.getName(), query, Days.zone(form.getZone())));
            return;
        }
        JobPage page = history.ended(currentUser.getName(), query, PART, Optional.ofNullable(after));
        jobTexts.learn(page.jobs());
        Map<JobId, String> used = usedTexts.of(page.jobs());
        jobs = page.jobs().stream()
                .map(job -> new EndedRow(
                        job,
                        jobTexts.resources(job),
                        jobTexts.project(job),
                        jobTexts.failure(job),
                        used.getOrDefault(job.id(), "")))
                .toList();
        next = page.next().orElse(null);
        totals = history.totals(currentUser.getName(), query);
    }

    public HistoryForm getForm() {
        return form;
    }

    public List<EndedRow> getJobs() {
        return jobs;
    }

    /** @return what all jobs looked for used, not only those of this part */
    public List<HistoryTotal> getTotals() {
        return totals;
    }

    public List<JobOutcome> getOutcomes() {
        return List.of(JobOutcome.values());
    }

    public List<HistoryPeriod> getPeriods() {
        return List.of(HistoryPeriod.values());
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

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }
}
