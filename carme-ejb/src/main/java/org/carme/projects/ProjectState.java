package org.carme.projects;

/** How far a project has come. An active one whose time is over is expired, which is no state: time alone leads there. */
public enum ProjectState {
    REQUESTED,
    REFUSED,
    ACTIVE,
    ARCHIVED
}
