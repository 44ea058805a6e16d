package org.carme.projects;

/** What administrators look for. */
public enum ProjectFilter {
    REQUESTED("p.state = org.carme.projects.ProjectState.REQUESTED"),
    ACTIVE("p.state = org.carme.projects.ProjectState.ACTIVE AND (p.expiresAt IS NULL OR p.expiresAt > :now)"),
    EXPIRED("p.state = org.carme.projects.ProjectState.ACTIVE AND p.expiresAt <= :now"),
    /** A renewal was asked for. */
    RENEWAL("p.state = org.carme.projects.ProjectState.ACTIVE AND p.renewalAskedAt IS NOT NULL"),
    /** Members wait for an administrator. */
    MEMBERS("EXISTS (SELECT w FROM Member w WHERE w.projectId = p.id"
            + " AND w.state = org.carme.projects.MemberState.AWAITING_ADMIN)"),
    ARCHIVED("p.state = org.carme.projects.ProjectState.ARCHIVED"),
    REFUSED("p.state = org.carme.projects.ProjectState.REFUSED");

    private final String condition;

    ProjectFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
