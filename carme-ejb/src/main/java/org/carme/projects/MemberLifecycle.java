package org.carme.projects;

import static org.carme.projects.MemberState.AWAITING_ADMIN;
import static org.carme.projects.MemberState.INVITED;
import static org.carme.projects.MemberState.MANAGER;
import static org.carme.projects.MemberState.MEMBER;
import static org.carme.projects.MemberState.NONE;
import static org.carme.projects.MemberState.OWNER;
import static org.carme.projects.MemberState.REQUESTED;
import static org.carme.projects.TransitionTable.on;

import java.util.List;

/** The life of a membership. */
final class MemberLifecycle {
    private MemberLifecycle() {}

    /** @param adminApproves whether an administrator has to agree after user and project have */
    static TransitionTable<MemberState, MemberEvent> table(boolean adminApproves) {
        MemberState agreed = adminApproves ? AWAITING_ADMIN : MEMBER;
        return new TransitionTable<>(List.of(
                on(NONE, MemberEvent.REQUEST, REQUESTED, Actor.SELF),
                on(NONE, MemberEvent.INVITE, INVITED, Actor.OWNER, Actor.MANAGER),
                on(NONE, MemberEvent.TAKE_OVER, OWNER, Actor.ADMIN),
                on(REQUESTED, MemberEvent.APPROVE, agreed, Actor.OWNER, Actor.MANAGER),
                on(REQUESTED, MemberEvent.DECLINE, NONE, Actor.OWNER, Actor.MANAGER),
                on(REQUESTED, MemberEvent.LEAVE, NONE, Actor.SELF),
                on(REQUESTED, MemberEvent.TAKE_OVER, OWNER, Actor.ADMIN),
                on(INVITED, MemberEvent.ACCEPT, agreed, Actor.SELF),
                on(INVITED, MemberEvent.DECLINE, NONE, Actor.SELF),
                on(INVITED, MemberEvent.REMOVE, NONE, Actor.OWNER, Actor.MANAGER, Actor.ADMIN),
                on(INVITED, MemberEvent.TAKE_OVER, OWNER, Actor.ADMIN),
                on(AWAITING_ADMIN, MemberEvent.APPROVE, MEMBER, Actor.ADMIN),
                on(AWAITING_ADMIN, MemberEvent.DECLINE, NONE, Actor.ADMIN),
                on(AWAITING_ADMIN, MemberEvent.LEAVE, NONE, Actor.SELF),
                on(AWAITING_ADMIN, MemberEvent.REMOVE, NONE, Actor.OWNER, Actor.MANAGER),
                on(AWAITING_ADMIN, MemberEvent.TAKE_OVER, OWNER, Actor.ADMIN),
                on(MEMBER, MemberEvent.PROMOTE, MANAGER, Actor.OWNER, Actor.ADMIN),
                on(MEMBER, MemberEvent.LEAVE, NONE, Actor.SELF),
                on(MEMBER, MemberEvent.REMOVE, NONE, Actor.OWNER, Actor.MANAGER, Actor.ADMIN),
                on(MEMBER, MemberEvent.TAKE_OVER, OWNER, Actor.OWNER, Actor.ADMIN),
                on(MANAGER, MemberEvent.DEMOTE, MEMBER, Actor.OWNER, Actor.ADMIN),
                on(MANAGER, MemberEvent.LEAVE, NONE, Actor.SELF),
                on(MANAGER, MemberEvent.REMOVE, NONE, Actor.OWNER, Actor.ADMIN),
                on(MANAGER, MemberEvent.TAKE_OVER, OWNER, Actor.OWNER, Actor.ADMIN),
                on(OWNER, MemberEvent.STEP_DOWN, MANAGER, Actor.OWNER, Actor.ADMIN)));
    }
}
