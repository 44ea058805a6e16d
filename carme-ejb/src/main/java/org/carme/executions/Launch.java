package org.carme.executions;

import java.util.Map;
import java.util.Optional;
import org.carme.audit.AuditAction;

/**
 * An execution that is to begin.
 *
 * @param user the administrator, else empty
 * @param restartOf the execution that it goes on with
 */
public record Launch(String job, Map<String, String> parameters, Cause cause, String user, Optional<Long> restartOf) {
    /** By the clock, or because there is something to do. */
    public static Launch byPortal(String job, Map<String, String> parameters) {
        return new Launch(job, parameters, Cause.PORTAL, "", Optional.empty());
    }

    static Launch by(String admin, String job, Map<String, String> parameters) {
        return new Launch(job, parameters, Cause.ADMINISTRATOR, admin, Optional.empty());
    }

    /** @return what the audit log has of it: only what somebody wanted */
    Optional<AuditAction> action() {
        if (cause != Cause.ADMINISTRATOR) {
            return Optional.empty();
        }
        if (restartOf.isPresent()) {
            return Optional.of(AuditAction.BATCH_RESTARTED);
        }
        return Optional.of(
                parameters.containsKey(OneItem.ITEM) ? AuditAction.BATCH_ITEM_RETRIED : AuditAction.BATCH_STARTED);
    }
}
