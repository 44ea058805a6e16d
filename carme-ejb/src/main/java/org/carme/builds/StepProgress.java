package org.carme.builds;

import java.util.Locale;

/**
 * How far a step has come, as the job's agent says.
 *
 * @param kind such as {@code apt}; of one that this version does not know the title says it
 * @param title in English
 */
public record StepProgress(String kind, String title, State state, long seconds) {
    static final int TITLE_LENGTH = 200;
    private static final int KIND_LENGTH = 20;

    /** Where it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        /** @return as agents, the API and bundle keys know it */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StepProgress {
        kind = PlainText.line(kind, KIND_LENGTH);
        title = PlainText.line(title, TITLE_LENGTH);
        seconds = Math.max(0, seconds);
    }
}
