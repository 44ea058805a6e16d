package org.carme.batch.audit;

import org.carme.audit.AuditCheck.Finding;

/** The audit log is not what the portal has written: the words say where. */
final class AuditLogBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditLogBrokenException(Finding finding) {
        super("The audit log is broken at entry " + finding.number() + ": " + words(finding));
    }

    private static String words(Finding finding) {
        return switch (finding.problem()) {
            case CHANGED -> "it is not what the portal has sealed";
            case MISSING -> "it was removed";
            case UNEXPECTED -> "it was not written by the portal";
            case HEAD_CHANGED -> "the begin or the end of the log was not written by the portal";
        };
    }
}
