package org.carme.faces.executions;

import org.carme.executions.ExecutionStatus;

/** How a status looks. */
public final class ExecutionLook {
    private ExecutionLook() {}

    public static String tone(ExecutionStatus status) {
        return switch (status) {
            case COMPLETED -> "run";
            case RUNNING -> "info";
            case STOPPING, STOPPED, ABANDONED -> "wait";
            case FAILED -> "bad";
        };
    }

    public static String icon(ExecutionStatus status) {
        return switch (status) {
            case COMPLETED -> "pi-check-circle";
            case RUNNING, STOPPING -> "pi-spinner";
            case STOPPED -> "pi-stop-circle";
            case ABANDONED -> "pi-ban";
            case FAILED -> "pi-exclamation-triangle";
        };
    }
}
