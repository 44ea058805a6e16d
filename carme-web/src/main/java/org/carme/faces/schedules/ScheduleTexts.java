package org.carme.faces.schedules;

import java.time.Duration;
import org.carme.faces.layout.Texts;

/** Lengths of time in words. */
final class ScheduleTexts {
    private static final double MILLIS = 1000;
    private static final Duration LONG = Duration.ofMinutes(2);

    private ScheduleTexts() {}

    static String length(Texts texts, Duration length) {
        return length.compareTo(LONG) < 0
                ? texts.text("system.seconds", length.toMillis() / MILLIS)
                : texts.text("batch.minutes", length.toMinutes(), length.toSecondsPart());
    }
}
