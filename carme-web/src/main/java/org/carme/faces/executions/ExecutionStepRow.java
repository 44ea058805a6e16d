package org.carme.faces.executions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.carme.executions.StepDetails;
import org.carme.faces.layout.Texts;

/** A step of an execution as a row. */
public class ExecutionStepRow {
    private static final double SECOND = 1000;
    private static final int HUNDRED = 100;

    private final StepDetails step;
    private final Texts texts;
    private final Clock clock;

    ExecutionStepRow(StepDetails step, Texts texts, Clock clock) {
        this.step = step;
        this.texts = texts;
        this.clock = clock;
    }

    public String getName() {
        return step.name();
    }

    /** @return part of bundle keys */
    public String getStatus() {
        return step.status().word();
    }

    public String getTone() {
        return ExecutionLook.tone(step.status());
    }

    public String getIcon() {
        return ExecutionLook.icon(step.status());
    }

    /** @return empty while it runs */
    public String getExit() {
        boolean tells = !step.exit().equalsIgnoreCase(step.status().name());
        return tells && !step.status().isGoing() ? step.exit() : "";
    }

    public StepDetails.Counts getCounts() {
        return step.counts();
    }

    /** @return whether it says how far it is */
    public boolean isMeasured() {
        return step.progress().total() > 0;
    }

    public String getProgress() {
        return texts.text(
                "execution.progress", step.progress().done(), step.progress().total());
    }

    /** @return 0 to 100 */
    public long getPercent() {
        return Math.min(
                HUNDRED,
                HUNDRED * step.progress().done() / Math.max(1, step.progress().total()));
    }

    /** @return empty before it has begun */
    public String getTook() {
        Instant end = step.endedAt().orElse(clock.instant());
        return step.startedAt()
                .map(start -> texts.text(
                        "system.seconds",
                        Math.max(0, Duration.between(start, end).toMillis()) / SECOND))
                .orElse("");
    }
}
