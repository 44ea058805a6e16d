package org.carme.faces.configuration;

import org.carme.configuration.ConfigurationChange;

/** What becomes of one object, as a row. */
public class ChangeRow {
    private final ConfigurationChange change;

    ChangeRow(ConfigurationChange change) {
        this.change = change;
    }

    public String getSection() {
        return change.section();
    }

    public String getId() {
        return change.id();
    }

    public String getKind() {
        return change.kind().name();
    }

    public String getTone() {
        return switch (change.kind()) {
            case ADDED -> "run";
            case CHANGED -> "wait";
            case REMOVED -> "bad";
            case UNCHANGED -> "info";
        };
    }

    public String getDetail() {
        return change.detail();
    }
}
