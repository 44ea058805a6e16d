package org.carme.faces.system;

import org.carme.health.PartState;

/** A part as a row. */
public class PartRow {
    private final PartState state;

    PartRow(PartState state) {
        this.state = state;
    }

    public String getName() {
        return state.part().name();
    }

    public boolean isUp() {
        return state.up();
    }

    public long getSince() {
        return state.since().toEpochMilli();
    }

    public long getMillis() {
        return state.took().toMillis();
    }

    public String getVersion() {
        return state.version();
    }

    public String getTrouble() {
        return state.trouble();
    }
}
