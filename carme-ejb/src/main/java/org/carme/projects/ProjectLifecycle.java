package org.carme.projects;

import static org.carme.projects.Actor.ADMIN;
import static org.carme.projects.Actor.MANAGER;
import static org.carme.projects.Actor.OWNER;
import static org.carme.projects.ProjectState.ACTIVE;
import static org.carme.projects.ProjectState.ARCHIVED;
import static org.carme.projects.ProjectState.REFUSED;
import static org.carme.projects.ProjectState.REQUESTED;
import static org.carme.projects.TransitionTable.on;

import java.util.List;

/** The life of a project. */
final class ProjectLifecycle {
    static final TransitionTable<ProjectState, ProjectEvent> TABLE = new TransitionTable<>(List.of(
            on(REQUESTED, ProjectEvent.APPROVE, ACTIVE, ADMIN),
            on(REQUESTED, ProjectEvent.REFUSE, REFUSED, ADMIN),
            on(REQUESTED, ProjectEvent.CHANGE, REQUESTED, OWNER),
            on(REQUESTED, ProjectEvent.CLASSIFY, REQUESTED, ADMIN),
            on(REFUSED, ProjectEvent.CHANGE, REFUSED, OWNER),
            on(REFUSED, ProjectEvent.REQUEST_AGAIN, REQUESTED, OWNER),
            on(ACTIVE, ProjectEvent.CHANGE, ACTIVE, OWNER, MANAGER),
            on(ACTIVE, ProjectEvent.ASSIGN, ACTIVE, ADMIN),
            on(ACTIVE, ProjectEvent.CLASSIFY, ACTIVE, ADMIN),
            on(ACTIVE, ProjectEvent.ASK_RENEWAL, ACTIVE, OWNER, MANAGER),
            on(ACTIVE, ProjectEvent.RENEW, ACTIVE, ADMIN),
            on(ACTIVE, ProjectEvent.ARCHIVE, ARCHIVED, OWNER, ADMIN),
            on(ACTIVE, ProjectEvent.HAND_OVER, ACTIVE, OWNER, ADMIN),
            on(ARCHIVED, ProjectEvent.UNARCHIVE, ACTIVE, ADMIN),
            on(ARCHIVED, ProjectEvent.HAND_OVER, ARCHIVED, ADMIN)));

    private ProjectLifecycle() {}
}
