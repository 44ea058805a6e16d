package org.carme.projects;

/** As what somebody acts upon a project. */
enum Actor {
    /** The one whose membership it is. */
    SELF,
    MEMBER,
    MANAGER,
    OWNER,
    ADMIN
}
