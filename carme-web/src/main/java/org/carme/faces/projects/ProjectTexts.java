package org.carme.faces.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import org.carme.faces.layout.Texts;
import org.carme.projects.MemberEvent;

/** What pages say about projects. */
@Named
@RequestScoped
public class ProjectTexts {
    private static final Set<MemberEvent> ASKED_FOR =
            EnumSet.of(MemberEvent.DECLINE, MemberEvent.LEAVE, MemberEvent.REMOVE);

    @Inject
    Texts texts;

    public String invitation(ProjectRow row) {
        return texts.text("projects.invited", row.getName(), row.getOwner());
    }

    public String waiting(ProjectRow row) {
        return texts.text("projects.waiting", row.getWaiting());
    }

    public String refusal(ShownProject project) {
        return texts.text("projects.refused", project.getReason());
    }

    public String hours(MemberRow row) {
        return texts.text("quota.number", row.getHours());
    }

    /** @return whether the button asks before it acts */
    public boolean isAsked(MemberEvent event) {
        return ASKED_FOR.contains(event);
    }

    public String question(MemberRow row, MemberEvent event) {
        return texts.text("projects.member.question." + event, row.getUser());
    }
}
