package org.carme.faces.packages;

import java.util.Locale;
import org.carme.packages.PackageChange;

/** A package that differs, in a table. */
public final class ChangeRow {
    private final PackageChange change;

    ChangeRow(PackageChange change) {
        this.change = change;
    }

    public String getKind() {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    public String getName() {
        return change.name();
    }

    public String getBefore() {
        return String.join(", ", change.before());
    }

    public String getAfter() {
        return String.join(", ", change.after());
    }

    /** @return {@code new}, {@code gone} or {@code other} */
    public String getResult() {
        if (change.before().isEmpty()) {
            return "new";
        }
        return change.after().isEmpty() ? "gone" : "other";
    }

    public String getIcon() {
        return switch (getResult()) {
            case "new" -> "pi-plus";
            case "gone" -> "pi-minus";
            default -> "pi-arrows-h";
        };
    }

    /** @return the class of the colour that goes with the icon */
    public String getTone() {
        return switch (getResult()) {
            case "new" -> "run";
            case "gone" -> "info";
            default -> "wait";
        };
    }
}
