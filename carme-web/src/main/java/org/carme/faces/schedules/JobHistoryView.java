package org.carme.faces.schedules;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.common.Part;
import org.carme.executions.ExecutionQuery;
import org.carme.executions.ExecutionService;
import org.carme.executions.ExecutionSummary;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Texts;
import org.carme.web.security.CurrentUser;

/** The executions in {@code admin/batch-job.xhtml}: which of them are shown stands in the address. */
@Named
@ViewScoped
public class JobHistoryView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PART = 50;

    @Inject
    ExecutionService executions;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private boolean failed;
    private String after;
    private transient List<HistoryRow> rows;
    private transient String next;

    /** Reads the part anew. */
    public void load(String job) {
        Part<ExecutionSummary> part = executions.list(
                currentUser.getName(),
                new ExecutionQuery(Optional.of(job), failed),
                PART,
                Optional.ofNullable(after).filter(place -> !place.isEmpty()));
        rows = part.rows().stream()
                .map(execution -> new HistoryRow(execution, texts))
                .toList();
        next = part.next().orElse(null);
    }

    /** @return the page with all of the job's executions, or only those to repair; with an ampersand behind */
    public String address(String job, boolean onlyFailed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", job);
        values.put("failed", onlyFailed ? "true" : null);
        return Address.of(values);
    }

    /** @return part of a bundle key: why there is nothing to show */
    public String getWhyNone() {
        if (after != null && !after.isEmpty()) {
            return "noOlder";
        }
        return failed ? "failed.none" : "none";
    }

    public List<HistoryRow> getRows() {
        return rows;
    }

    /** @return where the following part begins, null at the end */
    public String getNext() {
        return next;
    }

    public boolean isFailed() {
        return failed;
    }

    public void setFailed(boolean failed) {
        this.failed = failed;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
