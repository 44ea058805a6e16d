package org.carme.faces.schedules;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.layout.Texts;
import org.carme.schedules.LastRuns;
import org.carme.web.security.CurrentUser;

/** Backs {@code WEB-INF/batch-runs.xhtml}. */
@Named
@RequestScoped
public class LastRunsView {
    @Inject
    LastRuns lastRuns;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private List<LastRunRow> runs;

    @PostConstruct
    void look() {
        runs = lastRuns.all(currentUser.getName()).entrySet().stream()
                .map(last -> new LastRunRow(last.getKey(), last.getValue(), texts))
                .toList();
    }

    /** @return by the job's name */
    public List<LastRunRow> getRuns() {
        return runs;
    }
}
