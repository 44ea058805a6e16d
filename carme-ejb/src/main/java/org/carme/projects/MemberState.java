package org.carme.projects;

import java.util.EnumSet;
import java.util.Set;

/** How somebody stands to a project. */
public enum MemberState {
    /** Not at all: there is no row. */
    NONE,
    /** Has asked to join. */
    REQUESTED,
    /** Was asked to join. */
    INVITED,
    /** User and project have agreed; an administrator has to. */
    AWAITING_ADMIN,
    MEMBER,
    MANAGER,
    OWNER;

    static final Set<MemberState> ACTIVE = EnumSet.of(MEMBER, MANAGER, OWNER);
    static final Set<MemberState> MANAGING = EnumSet.of(MANAGER, OWNER);

    /** @return whether jobs can be started by it */
    public boolean isActive() {
        return ACTIVE.contains(this);
    }

    public boolean isManaging() {
        return MANAGING.contains(this);
    }
}
