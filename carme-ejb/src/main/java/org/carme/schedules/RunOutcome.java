package org.carme.schedules;

import java.util.Locale;

/** What became of an execution; nobody waits any more for one that was given up, whatever it was before. */
public enum RunOutcome {
    RUNNING,
    COMPLETED,
    STOPPED,
    FAILED;

    private static final String GIVEN_UP = "ABANDONED";

    /** @param status the runtime's own word */
    static RunOutcome of(String status) {
        return switch (status) {
            case "STARTING", "STARTED", "STOPPING" -> RUNNING;
            case "COMPLETED" -> COMPLETED;
            case "STOPPED", GIVEN_UP -> STOPPED;
            default -> FAILED;
        };
    }

    /** @param status as in {@link #of} */
    static boolean isGivenUp(String status) {
        return status.equals(GIVEN_UP);
    }

    /** @return as it stands in REST answers */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
