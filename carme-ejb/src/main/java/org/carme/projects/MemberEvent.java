package org.carme.projects;

import java.util.EnumSet;
import java.util.Set;
import org.carme.audit.AuditAction;

/** What happens to a membership. */
public enum MemberEvent {
    REQUEST(AuditAction.MEMBER_REQUESTED),
    INVITE(AuditAction.MEMBER_INVITED),
    ACCEPT(AuditAction.MEMBER_ACCEPTED),
    APPROVE(AuditAction.MEMBER_APPROVED),
    /** An invitation or a request is answered with no. */
    DECLINE(AuditAction.MEMBER_DECLINED),
    PROMOTE(AuditAction.MEMBER_PROMOTED),
    DEMOTE(AuditAction.MEMBER_DEMOTED),
    LEAVE(AuditAction.MEMBER_LEFT),
    REMOVE(AuditAction.MEMBER_REMOVED),
    /** Becomes the owner: half of a hand-over. */
    TAKE_OVER(AuditAction.PROJECT_HANDED_OVER),
    /** Is no longer the owner: the other half. */
    STEP_DOWN(AuditAction.PROJECT_HANDED_OVER);

    private static final Set<MemberEvent> PARTS = EnumSet.of(INVITE, TAKE_OVER, STEP_DOWN);
    private static final Set<MemberEvent> OPENING = EnumSet.of(REQUEST, INVITE, ACCEPT, APPROVE, PROMOTE);

    private final AuditAction action;

    MemberEvent(AuditAction action) {
        this.action = action;
    }

    /** @return whether it is a use case of its own: whom one invites must exist, a hand-over has two halves */
    public boolean standsAlone() {
        return !PARTS.contains(this);
    }

    AuditAction action() {
        return action;
    }

    /** @return whether it gives somebody more rights, so that the project must be active */
    boolean isOpening() {
        return OPENING.contains(this);
    }
}
