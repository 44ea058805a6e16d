package org.carme.executions;

import java.util.Locale;

/** Why an execution was begun. */
public enum Cause {
    /** By the clock, or because there was something to do. */
    PORTAL,
    /** Somebody wanted it. */
    ADMINISTRATOR,
    /** It goes on with what a portal that died has left. */
    RECOVERY;

    /** @return as it stands in REST answers and bundle keys */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
