package org.carme.faces.schedules;

import java.time.Duration;
import org.carme.faces.layout.Texts;

/** Jobs and lengths of time in words. */
final class ScheduleTexts {
    private static final double MILLIS = 1000;
    private static final Duration LONG = Duration.ofMinutes(2);

    private ScheduleTexts() {}

    /** @return what a job is for; its name alone for one without a text */
    static String purpose(Texts texts, String job) {
        return texts.textOr("system.batch.other", "system.batch." + job, job);
    }

    static String length(Texts texts, Duration length) {
        return length.compareTo(LONG) < 0
                ? texts.text("system.seconds", length.toMillis() / MILLIS)
                : texts.text("batch.minutes", length.toMinutes(), length.toSecondsPart());
    }
}
