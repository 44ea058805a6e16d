package org.carme.projects;

import org.carme.audit.AuditAction;

/** What happens to a project. */
public enum ProjectEvent {
    REQUEST_AGAIN(AuditAction.PROJECT_REQUESTED),
    APPROVE(AuditAction.PROJECT_APPROVED),
    REFUSE(AuditAction.PROJECT_REFUSED),
    /** Other words. */
    CHANGE(AuditAction.PROJECT_CHANGED),
    /** Other templates. */
    ASSIGN(AuditAction.PROJECT_CHANGED),
    /** Another classification. */
    CLASSIFY(AuditAction.PROJECT_CHANGED),
    ASK_RENEWAL(AuditAction.PROJECT_RENEWAL_ASKED),
    RENEW(AuditAction.PROJECT_RENEWED),
    ARCHIVE(AuditAction.PROJECT_ARCHIVED),
    UNARCHIVE(AuditAction.PROJECT_UNARCHIVED),
    /** Another owner. */
    HAND_OVER(AuditAction.PROJECT_HANDED_OVER);

    private final AuditAction action;

    ProjectEvent(AuditAction action) {
        this.action = action;
    }

    AuditAction action() {
        return action;
    }
}
