package org.carme.advisories;

import java.util.Locale;

/** Why something in the folder was left out. */
public enum SkipReason {
    /** Its makers have taken it back. */
    WITHDRAWN,
    /** No JSON, or cut off. */
    NOT_JSON,
    /** JSON, but no advisory, or one with other types than the format has. */
    NOT_OSV,
    TOO_LARGE,
    /** The file cannot be read, or is no ZIP archive. */
    UNREADABLE;

    /** @return as it stands in answers and bundle keys, such as {@code not-json} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
