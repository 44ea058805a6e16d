package org.carme.faces.schedules;

import org.carme.faces.layout.Texts;
import org.carme.schedules.Run;
import org.carme.schedules.RunOutcome;

/** An execution as a row. */
public class RunRow {
    private final Run run;
    private final Texts texts;

    RunRow(Run run, Texts texts) {
        this.run = run;
        this.texts = texts;
    }

    public long getId() {
        return run.id();
    }

    public RunOutcome getOutcome() {
        return run.outcome();
    }

    public String getTone() {
        return switch (run.outcome()) {
            case COMPLETED -> "run";
            case RUNNING -> "info";
            case STOPPED -> "wait";
            case FAILED -> "bad";
        };
    }

    public String getIcon() {
        return switch (run.outcome()) {
            case COMPLETED -> "pi-check-circle";
            case RUNNING -> "pi-spinner";
            case STOPPED, FAILED -> "pi-exclamation-triangle";
        };
    }

    public long getStarted() {
        return run.startedAt().toEpochMilli();
    }

    /** @return empty while it runs */
    public String getTook() {
        return run.endedAt()
                .map(end -> ScheduleTexts.length(texts, run.took(end)))
                .orElse("");
    }
}
