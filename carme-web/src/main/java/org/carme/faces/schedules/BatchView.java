package org.carme.faces.schedules;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Texts;
import org.carme.schedules.ScheduleService;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/batch.xhtml}. */
@Named
@RequestScoped
public class BatchView {
    @Inject
    ScheduleService schedules;

    @Inject
    RunNow runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    Appearance appearance;

    private List<JobRow> jobs;

    @PostConstruct
    void load() {
        jobs = schedules.list(currentUser.getName()).stream()
                .map(plan -> new JobRow(plan, texts, appearance.getLocale()))
                .toList();
    }

    /** Leads to the execution that has begun. */
    public String run(String name) {
        return runs.now(name);
    }

    public List<JobRow> getJobs() {
        return jobs;
    }
}
