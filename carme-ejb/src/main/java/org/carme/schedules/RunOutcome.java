package org.carme.schedules;

import java.util.Locale;

/** What became of an execution; nobody waits any more for one that was given up, whatever it was before. */
public enum RunOutcome {
    RUNNING,
    COMPLETED,
    STOPPED,
    FAILED;

    /** @param status the runtime's own word */
    static RunOutcome of(String status) {
        return switch (status) {
            case "STARTING", "STARTED", "STOPPING" -> RUNNING;
            case "COMPLETED" -> COMPLETED;
            case "STOPPED", "ABANDONED" -> STOPPED;
            default -> FAILED;
        };
    }

    /** @return as it stands in REST answers */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
