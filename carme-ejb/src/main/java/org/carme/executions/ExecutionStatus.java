package org.carme.executions;

import java.util.Locale;
import java.util.Optional;

/** How an execution or a step of one stands. */
public enum ExecutionStatus {
    RUNNING,
    STOPPING,
    COMPLETED,
    STOPPED,
    FAILED,
    ABANDONED;

    /** @param status the runtime's own word */
    static ExecutionStatus of(String status) {
        return switch (status) {
            case "STARTING", "STARTED" -> RUNNING;
            case "STOPPING" -> STOPPING;
            case "COMPLETED" -> COMPLETED;
            case "STOPPED" -> STOPPED;
            case "ABANDONED" -> ABANDONED;
            default -> FAILED;
        };
    }

    /** One that was given up counts as failed, whatever the runtime thinks of it. */
    static ExecutionStatus of(String status, Optional<Verdict> verdict) {
        ExecutionStatus told = of(status);
        return verdict.isPresent() && told != ABANDONED ? FAILED : told;
    }

    public boolean isGoing() {
        return this == RUNNING || this == STOPPING;
    }

    /** @return as it stands in REST answers and bundle keys */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
