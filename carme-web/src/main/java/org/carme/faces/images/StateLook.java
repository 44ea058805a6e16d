package org.carme.faces.images;

import org.carme.images.VersionState;

/** How the state of a version looks. */
final class StateLook {
    private StateLook() {}

    static String tone(VersionState state) {
        return switch (state) {
            case DRAFT -> "info";
            case ACTIVE -> "run";
            case DEPRECATED -> "wait";
            case DISABLED -> "bad";
        };
    }

    static String icon(VersionState state) {
        return switch (state) {
            case DRAFT -> "pi-pencil";
            case ACTIVE -> "pi-check-circle";
            case DEPRECATED -> "pi-clock";
            case DISABLED -> "pi-ban";
        };
    }
}
