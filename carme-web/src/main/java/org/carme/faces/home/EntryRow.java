package org.carme.faces.home;

import java.io.Serializable;
import org.carme.entries.EntryPoint;

/** An entry point as a button, or as the word that it has failed. */
public class EntryRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String jobKey;
    private final String name;
    private final String title;
    private final String icon;
    private final boolean ready;
    private final boolean idle;
    private final String failure;

    /** Shows the entry point. */
    public EntryRow(EntryPoint entry) {
        this.jobKey = entry.jobKey();
        this.name = entry.name();
        this.title = entry.title();
        this.icon = entry.icon();
        this.ready = entry.ready();
        this.idle = entry.idle();
        this.failure = entry.failure().orElse(null);
    }

    public String getJobKey() {
        return jobKey;
    }

    public String getName() {
        return name;
    }

    public String getTitle() {
        return title;
    }

    public String getIcon() {
        return icon;
    }

    public boolean isReady() {
        return ready;
    }

    /** @return whether it starts when somebody opens it */
    public boolean isIdle() {
        return idle;
    }

    public boolean isStarting() {
        return !ready && !idle && failure == null;
    }

    /** @return the key of the text that says how it stands */
    public String getStateKey() {
        if (ready) {
            return "entry.ready";
        }
        if (idle) {
            return "entry.idle";
        }
        return isFailed() ? "entry.failed" : "entry.starting";
    }

    public boolean isFailed() {
        return failure != null;
    }

    /** @return why it has failed; empty if nobody knows, null if it has not */
    public String getFailure() {
        return failure;
    }
}
