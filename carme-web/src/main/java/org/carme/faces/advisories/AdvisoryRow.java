package org.carme.faces.advisories;

import org.carme.advisories.Advisory;
import org.carme.advisories.Severity;

/** An advisory in a table. */
public class AdvisoryRow {
    private final Advisory advisory;

    AdvisoryRow(Advisory advisory) {
        this.advisory = advisory;
    }

    public String getCode() {
        return advisory.code();
    }

    public String getOtherNames() {
        return String.join(", ", advisory.otherNames());
    }

    public String getSummary() {
        return advisory.summary();
    }

    public String getSeverity() {
        return advisory.severity().word();
    }

    /** @return the class of the colour that goes with the word */
    public String getTone() {
        return tone(advisory.severity());
    }

    public String getIcon() {
        return icon(advisory.severity());
    }

    static String tone(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "bad";
            case MEDIUM -> "wait";
            case LOW, UNRATED -> "info";
        };
    }

    static String icon(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "pi-times-circle";
            case HIGH -> "pi-exclamation-triangle";
            case MEDIUM -> "pi-exclamation-circle";
            case LOW -> "pi-info-circle";
            case UNRATED -> "pi-question-circle";
        };
    }
}
