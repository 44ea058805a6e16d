package org.carme.faces.canary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carme.canary.CanaryResult;
import org.carme.canary.Stage;
import org.carme.faces.layout.Texts;

/** A self-test as a row. */
public class SelfTestRow {
    private static final double SECOND = 1000;

    private final CanaryResult result;
    private final Texts texts;

    SelfTestRow(CanaryResult result, Texts texts) {
        this.result = result;
        this.texts = texts;
    }

    CanaryResult result() {
        return result;
    }

    public boolean isRunning() {
        return result.endedAt().isEmpty();
    }

    public boolean isFailed() {
        return result.failed().isPresent();
    }

    public long getAt() {
        return result.startedAt().toEpochMilli();
    }

    public String getTone() {
        if (isRunning()) {
            return "info";
        }
        return isFailed() ? "bad" : "run";
    }

    public String getIcon() {
        if (isRunning()) {
            return "pi-spinner";
        }
        return isFailed() ? "pi-exclamation-triangle" : "pi-check-circle";
    }

    public String getWord() {
        if (isRunning()) {
            return texts.text("selftest.running");
        }
        return result.failed()
                .map(stage -> texts.text("selftest.failedAt", name(stage)))
                .orElseGet(() -> texts.text("selftest.passed"));
    }

    public String getTrouble() {
        return result.trouble();
    }

    /** @return what to do next; empty if nothing has failed */
    public String getAdvice() {
        return result.failed()
                .map(stage -> texts.text("selftest.advice." + stage))
                .orElse("");
    }

    /** @return a time for each stage, empty for one that it did not pass */
    public List<String> getTimes() {
        List<String> times = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Duration time = result.times().get(stage);
            times.add(time == null ? "" : seconds(time));
        }
        return times;
    }

    public String getTotal() {
        return seconds(result.times().values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    private String seconds(Duration time) {
        return texts.text("system.seconds", time.toMillis() / SECOND);
    }

    private String name(Stage stage) {
        return texts.text("selftest.stage." + stage);
    }
}
