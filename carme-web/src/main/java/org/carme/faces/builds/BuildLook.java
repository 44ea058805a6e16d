package org.carme.faces.builds;

import org.carme.builds.BuildState;
import org.carme.builds.StepProgress;

/** How states look; their words are beside it. */
final class BuildLook {
    private BuildLook() {}

    static String tone(BuildState state) {
        return switch (state) {
            case RUNNING -> "info";
            case DONE -> "run";
            case FAILED -> "bad";
            case CANCELLED -> "wait";
        };
    }

    static String icon(BuildState state) {
        return switch (state) {
            case RUNNING -> "pi-spin pi-spinner";
            case DONE -> "pi-check-circle";
            case FAILED -> "pi-times-circle";
            case CANCELLED -> "pi-ban";
        };
    }

    static String tone(StepProgress.State state) {
        return switch (state) {
            case WAITING -> "quiet";
            case RUNNING -> "info";
            case DONE -> "run";
            case FAILED -> "bad";
        };
    }

    static String icon(StepProgress.State state) {
        return switch (state) {
            case WAITING -> "pi-circle";
            case RUNNING -> "pi-spin pi-spinner";
            case DONE -> "pi-check-circle";
            case FAILED -> "pi-times-circle";
        };
    }
}
