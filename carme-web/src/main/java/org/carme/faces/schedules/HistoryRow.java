package org.carme.faces.schedules;

import org.carme.executions.ExecutionSummary;
import org.carme.faces.executions.ExecutionLook;
import org.carme.faces.layout.Texts;

/** One of a job's executions, long ago or not. */
public class HistoryRow {
    private final ExecutionSummary execution;
    private final Texts texts;

    HistoryRow(ExecutionSummary execution, Texts texts) {
        this.execution = execution;
        this.texts = texts;
    }

    public long getId() {
        return execution.id();
    }

    /** @return part of a bundle key */
    public String getStatus() {
        return execution.status().word();
    }

    public String getTone() {
        return ExecutionLook.tone(execution.status());
    }

    public String getIcon() {
        return ExecutionLook.icon(execution.status());
    }

    public long getStarted() {
        return execution.startedAt().toEpochMilli();
    }

    /** @return empty while it runs */
    public String getTook() {
        return execution
                .endedAt()
                .map(end -> ScheduleTexts.length(texts, execution.took(end)))
                .orElse("");
    }
}
