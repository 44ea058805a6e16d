package org.carme.faces.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.carme.schedules.Run;
import org.carme.schedules.RunOutcome;

/** How long the last runs took, oldest first: one bar each in a box of {@value #WIDTH} by {@value #HEIGHT}. */
public class Trend {
    static final int WIDTH = 105;
    static final int HEIGHT = 24;

    private static final int STEP = 5;
    private static final int LEAST = 2;

    private final List<Run> runs;
    private final long most;

    Trend(List<Run> newestFirst) {
        List<Run> ended = new ArrayList<>(newestFirst);
        ended.removeIf(run -> run.outcome() == RunOutcome.RUNNING);
        Collections.reverse(ended);
        runs = ended;
        most = runs.stream().mapToLong(Trend::millis).max().orElse(1);
    }

    private static long millis(Run run) {
        return Math.max(1, run.took(Instant.EPOCH).toMillis());
    }

    public boolean isKnown() {
        return runs.size() > 1;
    }

    public int getCount() {
        return runs.size();
    }

    public Duration longest() {
        return Duration.ofMillis(most);
    }

    /** @return the bars of those that did what they should */
    public String getGood() {
        return bars(false);
    }

    /** @return the bars of those that failed */
    public String getBad() {
        return bars(true);
    }

    private String bars(boolean failed) {
        StringBuilder path = new StringBuilder();
        int left = WIDTH - runs.size() * STEP;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if ((run.outcome() == RunOutcome.FAILED) == failed) {
                long height = Math.max(LEAST, millis(run) * HEIGHT / most);
                path.append(String.format(
                        Locale.ROOT, "M%d %dv-%dh%dv%dz", left + i * STEP, HEIGHT, height, STEP - 1, height));
            }
        }
        return path.toString();
    }
}
