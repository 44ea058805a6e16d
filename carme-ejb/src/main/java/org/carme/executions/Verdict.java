package org.carme.executions;

import java.util.Locale;

/** How an execution failed that did not say so itself. */
public enum Verdict {
    TOO_LONG,
    PORTAL_DIED,
    DATABASE_WAS_AWAY;

    /** @return as it stands in REST answers and bundle keys */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
