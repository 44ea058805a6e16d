package org.carme.builds;

import java.util.Locale;

/** How far a build has come; how far its job has, says the job. */
public enum BuildState {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** @return as the API and bundle keys know it */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
