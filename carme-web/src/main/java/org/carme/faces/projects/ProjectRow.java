package org.carme.faces.projects;

import java.time.Instant;
import org.carme.projects.MemberState;
import org.carme.projects.ProjectSummary;

/** A project as a row. */
public class ProjectRow {
    private final ProjectSummary project;

    ProjectRow(ProjectSummary project) {
        this.project = project;
    }

    public String getSlug() {
        return project.slug();
    }

    public String getName() {
        return project.name();
    }

    public String getOwner() {
        return project.owner();
    }

    /** @return the last part of the text's key */
    public String getState() {
        return project.expired() ? "EXPIRED" : project.state().name();
    }

    /** @return the last part of the text's key */
    public String getClassification() {
        return project.classification().name();
    }

    public String getTone() {
        if (project.expired()) {
            return "bad";
        }
        return switch (project.state()) {
            case ACTIVE -> "run";
            case REQUESTED -> "wait";
            case REFUSED -> "bad";
            case ARCHIVED -> "info";
        };
    }

    public String getIcon() {
        return switch (getTone()) {
            case "run" -> "pi-check-circle";
            case "wait" -> "pi-hourglass";
            case "bad" -> "pi-exclamation-triangle";
            default -> "pi-inbox";
        };
    }

    /** @return 0 if it has none */
    public long getEnd() {
        return project.expiresAt().map(Instant::toEpochMilli).orElse(0L);
    }

    public boolean isRenewalAsked() {
        return project.renewalAsked();
    }

    public String getRole() {
        return project.mine().name();
    }

    public boolean isInvitation() {
        return project.mine() == MemberState.INVITED;
    }

    /** @return whether the reader waits for an answer that he may no longer want */
    public boolean isWithdrawable() {
        return project.mine() == MemberState.REQUESTED || project.mine() == MemberState.AWAITING_ADMIN;
    }

    /** @return whether its page shows anything to the reader */
    public boolean isMine() {
        return project.mine().isActive();
    }

    public long getMembers() {
        return project.members();
    }

    public long getWaiting() {
        return project.waiting();
    }
}
