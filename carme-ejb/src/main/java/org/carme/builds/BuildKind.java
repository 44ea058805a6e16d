package org.carme.builds;

import java.util.Locale;

/** What a job has to do with an image before its services start. */
public enum BuildKind {
    /** Make a version by a recipe and try its entry points. */
    BUILD,
    /** Make a copy that can be written to, and run in it. */
    SANDBOX,
    /** Make a version of the files of another one, or of a sandbox. */
    COPY,
    /** Find out what is inside. */
    INVENTORY;

    /** Whether the job's services run in what it has made. */
    boolean hasServices() {
        return this == BUILD || this == SANDBOX;
    }

    /** Whether it ends with a version. */
    boolean makesVersion() {
        return this == BUILD || this == COPY;
    }

    /** @return as agents, the API and bundle keys know it */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
