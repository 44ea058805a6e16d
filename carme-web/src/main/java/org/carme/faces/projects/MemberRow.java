package org.carme.faces.projects;

import java.util.List;
import java.util.Optional;
import org.carme.projects.MemberEvent;
import org.carme.projects.ProjectMember;
import org.carme.projects.ProjectUse;

/** Somebody of a project as a row. */
public class MemberRow {
    private final ProjectMember member;
    private final Optional<ProjectUse.Share> share;
    private final boolean gone;

    /** @param gone whether the directory does not know him any more */
    MemberRow(ProjectMember member, Optional<ProjectUse.Share> share, boolean gone) {
        this.member = member;
        this.share = share;
        this.gone = gone;
    }

    public String getUser() {
        return member.user();
    }

    public String getState() {
        return member.state().name();
    }

    public String getTone() {
        return member.state().isActive() ? "run" : "wait";
    }

    public long getSince() {
        return member.since().toEpochMilli();
    }

    public boolean isGone() {
        return gone;
    }

    public boolean isActive() {
        return member.state().isActive();
    }

    public long getRunning() {
        return share.map(ProjectUse.Share::runningJobs).orElse(0L);
    }

    public long getWaiting() {
        return share.map(ProjectUse.Share::waitingJobs).orElse(0L);
    }

    public double getHours() {
        return share.map(ProjectUse.Share::acceleratorHours).orElse(0.0);
    }

    /** @return what the reader can do about it by a button; ownership goes its own way */
    public List<MemberEvent> getPossible() {
        return member.possible().stream()
                .filter(MemberEvent::standsAlone)
                .sorted()
                .toList();
    }

    /** @return whether he can be made the owner */
    public boolean isHeir() {
        return member.possible().contains(MemberEvent.TAKE_OVER);
    }
}
