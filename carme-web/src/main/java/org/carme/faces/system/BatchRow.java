package org.carme.faces.system;

import org.carme.faces.layout.Texts;
import org.carme.health.BatchRun;

/** A batch job as a row. */
public class BatchRow {
    private static final double SECOND = 1000;

    private final BatchRun run;
    private final Texts texts;

    BatchRow(BatchRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
    }

    public String getName() {
        return run.name();
    }

    /** @return what it is for; its name alone for one that this version does not know */
    public String getPurpose() {
        return texts.textOr("system.batch.other", "system.batch." + run.name(), run.name());
    }

    public BatchRun.Outcome getOutcome() {
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

    /** @return its end, while it runs its start */
    public long getAt() {
        return run.endedAt().orElse(run.startedAt()).toEpochMilli();
    }

    /** @return empty while it runs */
    public String getTook() {
        return run.took()
                .map(took -> texts.text("system.seconds", took.toMillis() / SECOND))
                .orElse("");
    }
}
