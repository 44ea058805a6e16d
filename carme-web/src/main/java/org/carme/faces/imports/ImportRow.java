package org.carme.faces.imports;

import org.carme.imports.ImportPlan;
import org.carme.imports.ImportPlan.Status;

/** A location of a store as a row. */
public class ImportRow {
    private final ImportPlan.Row row;
    private final String reason;

    /** @param reason why it is unfit, may be empty */
    ImportRow(ImportPlan.Row row, String reason) {
        this.row = row;
        this.reason = reason;
    }

    public String getLocation() {
        return row.image().location();
    }

    public Status getStatus() {
        return row.status();
    }

    public boolean isNew() {
        return row.status() == Status.NEW;
    }

    /** @return whether the catalogue has it */
    public boolean isRegistered() {
        return row.status() == Status.CHANGED || row.status() == Status.MISSING || row.status() == Status.UNCHANGED;
    }

    public String getName() {
        return row.image().name();
    }

    public String getVersion() {
        return row.image().version();
    }

    /** @return empty if the name says as much */
    public String getTitle() {
        return row.image().title().equals(getName()) ? "" : row.image().title();
    }

    /** @return empty for new ones that leave it to whoever registers them */
    public String getRuntime() {
        return isNew() ? row.image().runtime().orElse("") : row.runtime();
    }

    public String getDeclaredIn() {
        return row.declaredIn();
    }

    public String getReason() {
        return reason;
    }

    public String getTone() {
        return switch (row.status()) {
            case NEW -> "run";
            case CHANGED -> "wait";
            case MISSING -> "bad";
            case UNFIT, UNCHANGED -> "info";
        };
    }

    public String getIcon() {
        return switch (row.status()) {
            case NEW -> "pi-plus-circle";
            case CHANGED -> "pi-exclamation-triangle";
            case MISSING -> "pi-times-circle";
            case UNFIT -> "pi-info-circle";
            case UNCHANGED -> "pi-check-circle";
        };
    }
}
